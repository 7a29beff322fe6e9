-- Records are only ever added. A correction names the record that it supersedes, which may arrive after it.
create table milestone (
    id              bigint generated always as identity primary key,
    participant     bigint      not null references participant (id) on delete cascade,
    kind            text        not null,
    happened_on     date        not null,
    record          bytea       not null,
    employer        text,
    hours           numeric(5, 2),
    living_wage     boolean,
    job             text,
    reason          text,
    corrects_kind   text,
    corrects_on     date,
    corrects_record bytea,
    withdrawn       boolean     not null,
    recorded_at     timestamptz not null,
    unique (participant, kind, happened_on, record, withdrawn)
);

-- How far each participant has come, by the milestones that hold; written anew whenever one is recorded. What outcomes are asked
-- by stands beside it, so that a report reads this table alone. out_on is the day from which on a stay in work is known to have
-- ended, evidence the days on which it is known to have gone on.
create table participant_state (
    participant   bigint primary key references participant (id) on delete cascade,
    programme     text collate "C" not null,
    cohort        bigint not null,
    year          int,
    referred_on   date,
    started_on    date,
    completed_on  date,
    left_on       date,
    offered_on    date,
    work_on       date,
    first_start   date,
    matures_on    date,
    sustained_on  date,
    ended_on      date,
    out_on        date,
    last_evidence date,
    evidence      date[],
    employer      text
);
create index participant_state_cohort on participant_state (cohort);
create index participant_state_programme on participant_state (programme, year);

-- What came of a load. The file itself is not kept, nor anything in it that a provider calls somebody by.
create table milestone_load (
    id           uuid primary key,
    organisation text        not null,
    outcome      text        not null,
    loaded_at    timestamptz not null
);

-- What was told last of each cohort, year and group; the empty group is everyone.
create table outcome_total (
    programme    text collate "C" not null,
    cohort       bigint not null references cohort (id),
    year         int    not null,
    grp          text   not null,
    participants int    not null,
    job_offers   int    not null,
    in_work      int    not null,
    sustained    int    not null,
    version      int    not null,
    primary key (cohort, year, grp)
);
create index outcome_total_programme on outcome_total (programme);
