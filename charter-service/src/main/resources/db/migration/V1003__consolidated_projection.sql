-- The read model of the consolidated report. Everything in it follows from events and can be built again from them.
-- known_from and known_to say between which instants a revision was the newest.

create table consolidated_report (
    organisation text        not null,
    year         int         not null,
    revision     int         not null,
    reference    text        not null,
    due          date        not null,
    known_from   timestamptz not null,
    known_to     timestamptz not null,
    primary key (organisation, year, revision)
);
create index consolidated_report_year on consolidated_report (year, organisation);

create table consolidated_value (
    year         int         not null,
    indicator    text        not null,
    grp          text        not null,
    organisation text        not null,
    revision     int         not null,
    numerator    numeric     not null,
    denominator  numeric,
    known_from   timestamptz not null,
    known_to     timestamptz not null,
    primary key (year, indicator, grp, organisation, revision)
);
create index consolidated_value_organisation on consolidated_value (organisation, year);

-- Sums over all organisations, changed by each report's difference. "paired" are organisations with a value in the year
-- before as well: the change on last year is made of them alone.
create table consolidated_total (
    year                 int     not null,
    indicator            text    not null,
    grp                  text    not null,
    organisations        bigint  not null,
    headcount            numeric not null,
    numerator            numeric not null,
    denominator          numeric not null,
    paired               bigint  not null,
    paired_numerator     numeric not null,
    paired_denominator   numeric not null,
    previous_numerator   numeric not null,
    previous_denominator numeric not null,
    primary key (year, indicator, grp)
);
