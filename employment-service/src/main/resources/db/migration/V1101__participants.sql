-- A programme is counted by a version of its rule, and says whether its people may be recognised in other programmes.
alter table programme add column outcome_rule_version int not null default 1;
alter table programme add column shared_key boolean not null default false;

-- The organisations of the partnership and their signatures, as charter-service tells of them.
create table organisation (
    key     text collate "C" primary key,
    name    text   not null,
    places  text[] not null,
    version bigint not null
);
create table signature (
    reference    text collate "C" primary key,
    organisation text collate "C" not null,
    state        text   not null,
    version      bigint not null
);
create index signature_organisation on signature (organisation) where state = 'SIGNED';

-- The keys of pseudonyms, wrapped. Kept out of the backups of everything else: see docs/decisions/0022.
create table pseudonym_key (
    scope        text collate "C" primary key,
    wrapped      bytea,
    made_at      timestamptz not null,
    destroyed_at timestamptz
);

create table cohort (
    id            bigint generated always as identity primary key,
    programme     text collate "C" not null references programme (key),
    key           text collate "C" not null,
    starts_on     date,
    ends_on       date,
    places        int,
    registered_at timestamptz not null,
    sealed_at     timestamptz,
    version       bigint not null,
    unique (programme, key)
);

-- Nothing here says who somebody is. The pseudonym stays in this table; addresses use the public id.
create table participant (
    id               bigint generated always as identity primary key,
    public_id        uuid   not null unique,
    cohort           bigint not null references cohort (id),
    programme        text collate "C" not null,
    pseudonym        bytea  not null,
    shared_pseudonym bytea,
    age_band         text,
    imd_decile       smallint,
    imd_edition      text,
    place            text,
    referrer         text collate "C",
    registered_at    timestamptz not null,
    version          bigint not null,
    unique (programme, pseudonym)
);
create index participant_cohort on participant (cohort, id);
create index participant_programme on participant (programme, id);

create table equality_flag (
    participant bigint not null references participant (id) on delete cascade,
    grp         text   not null,
    answer      text   not null,
    primary key (participant, grp)
);
create index equality_flag_group on equality_flag (grp, participant) where answer = 'YES';
