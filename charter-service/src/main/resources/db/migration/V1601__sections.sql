-- What the other services told, for the sections of the consolidated report. A statement counts from the instant at which its
-- event was taken in until a later version of it was; one that arrives after a later version never counts.

-- When each event was taken in. It outlives a rebuild, so that the report as known on an instant stays what it was.
create table section_receipt (
    section     text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (section, event_id)
);
create index section_receipt_newest on section_receipt (section, received_at desc, event_id);

create table awarded_contract (
    contract            text          primary key,
    year                int           not null,
    buyer               text          not null,
    catalogue           text          not null,
    value               numeric(20,2) not null,
    social_value_weight numeric(7,4)  not null,
    committed           numeric(20,2) not null,
    known_from          timestamptz   not null
);
create index awarded_contract_year on awarded_contract (year);

create table contract_commitment (
    contract   text          not null,
    year       int           not null,
    buyer      text          not null,
    catalogue  text          not null,
    amount     numeric(20,2) not null,
    known_from timestamptz   not null,
    primary key (contract, year)
);
create index contract_commitment_year on contract_commitment (year);

create table contract_delivery (
    contract   text          not null,
    year       int           not null,
    version    int           not null,
    buyer      text          not null,
    catalogue  text          not null,
    delivered  numeric(20,2) not null,
    known_from timestamptz   not null,
    known_to   timestamptz   not null,
    primary key (contract, year, version)
);
create index contract_delivery_year on contract_delivery (year);

-- Cohort and group are empty for none, the year is 0 where the period is not stated.
create table programme_outcome (
    programme    text        not null,
    cohort       text        not null,
    year         int         not null,
    grp          text        not null,
    version      int         not null,
    name         text        not null,
    provider     text        not null,
    basis        text        not null,
    quality      text        not null,
    participants int,
    job_offers   int,
    in_work      int,
    sustained    int,
    known_from   timestamptz not null,
    known_to     timestamptz not null,
    primary key (programme, cohort, year, grp, version)
);
create index programme_outcome_year on programme_outcome (year);
