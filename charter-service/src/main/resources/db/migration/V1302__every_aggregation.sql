-- What a value contributes to its figure is written beside it when the report arrives: top and bottom are added up (top is
-- empty where the value is kept and not pooled), answers are tallied, identifiers are counted once however many name them.
alter table consolidated_report
    add column event_id          uuid,
    add column board_approved_on date,
    add column reason            text;
create index consolidated_report_known on consolidated_report (known_from desc);

alter table consolidated_value
    add column form        text not null default 'SUM',
    add column answer      text,
    add column identifiers text[],
    add column headcount   numeric,
    add column top         numeric,
    add column bottom      numeric;
create index consolidated_value_largest on consolidated_value (year, indicator, grp, numerator)
    where form = 'COUNT_DISTINCT' and known_to = '9999-12-31T00:00:00Z';
create index consolidated_value_not_pooled on consolidated_value (year, indicator, organisation) where top is null;

create table consolidated_tally (
    year          int    not null,
    indicator     text   not null,
    grp           text   not null,
    answer        text   not null,
    organisations bigint not null,
    primary key (year, indicator, grp, answer)
);

create table consolidated_identifier (
    year          int    not null,
    indicator     text   not null,
    grp           text   not null,
    identifier    text   not null,
    organisations bigint not null,
    primary key (year, indicator, grp, identifier)
);

create index consolidated_identifier_gone on consolidated_identifier (year) where organisations = 0;

-- How many rows consolidated_identifier has for a figure, so that reading it does not count them.
create table consolidated_distinct (
    year       int    not null,
    indicator  text   not null,
    grp        text   not null,
    identified bigint not null,
    primary key (year, indicator, grp)
);

create table consolidated_evidence (
    year       int    not null,
    edition    text   not null,
    commitment text   not null,
    organisations bigint not null,
    complete   bigint not null,
    primary key (year, edition, commitment)
);

-- What the anchor team decided about a revision.
create table consolidated_decision (
    reference text        not null,
    revision  int         not null,
    decision  text        not null check (decision in ('ACCEPTED', 'RETURNED')),
    at        timestamptz not null,
    event_id  uuid        not null,
    primary key (reference, revision, decision)
);

-- A projection whose tables have gained something is built anew when the service starts; one without reports has nothing to gain.
create table projection_shape (
    projection text primary key,
    shape      int not null
);
insert into projection_shape (projection, shape)
select 'consolidated', case when exists (select from consolidated_report) then 1 else 2 end;
