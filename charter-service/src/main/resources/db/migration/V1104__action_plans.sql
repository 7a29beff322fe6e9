-- A draft that was adopted leaves its row without a body, so that no version is ever given twice.
create table action_plan_draft (
    organisation text        not null references organisation,
    year         int         not null references reporting_year,
    body         text,
    saved_at     timestamptz not null,
    saved_by     text        not null,
    version      bigint      not null,
    primary key (organisation, year)
);

-- An adopted plan is written once and stays for ever; a later revision takes its place.
create table action_plan (
    organisation    text        not null references organisation,
    year            int         not null references reporting_year,
    revision        int         not null check (revision >= 1),
    catalogue       text        not null,
    body            text        not null,
    approval_role   text        not null,
    approval_on     date        not null,
    approval_minute text        not null,
    adopted_at      timestamptz not null,
    adopted_by      text        not null,
    primary key (organisation, year, revision)
);
