create table annual_report (
    reference    text primary key,
    organisation text        not null references organisation,
    year         int         not null references reporting_year,
    state        text        not null check (state in ('SUBMITTED', 'RETURNED', 'ACCEPTED')),
    revision     int         not null check (revision >= 1),
    submitted_at timestamptz not null,
    version      bigint      not null,
    unique (organisation, year)
);
create index annual_report_year on annual_report (year, reference);

-- A revision is written once and stays for ever.
create table report_revision (
    reference       text        not null references annual_report,
    revision        int         not null,
    submitted_at    timestamptz not null,
    submitted_by    text        not null,
    catalogue       text        not null references indicator_catalogue,
    framework       text,
    approval_role   text,
    approval_on     date,
    approval_minute text,
    primary key (reference, revision)
);

create table reported_value (
    reference   text not null,
    revision    int  not null,
    position    int  not null,
    indicator   text not null,
    grp         text,
    state       text not null check (state in ('GIVEN', 'NOT_APPLICABLE', 'NOT_COLLECTED')),
    value       numeric(22, 4),
    numerator   numeric(22, 4),
    denominator numeric(22, 4),
    text        text,
    explanation text,
    primary key (reference, revision, position),
    foreign key (reference, revision) references report_revision
);

create table narrative (
    reference text not null,
    revision  int  not null,
    position  int  not null,
    pillar    text not null,
    text      text not null,
    primary key (reference, revision, position),
    foreign key (reference, revision) references report_revision
);

create table case_study (
    reference text not null,
    revision  int  not null,
    position  int  not null,
    pillar    text not null,
    title     text not null,
    text      text not null,
    primary key (reference, revision, position),
    foreign key (reference, revision) references report_revision
);

create table report_draft (
    organisation text        not null references organisation,
    year         int         not null references reporting_year,
    body         text        not null,
    saved_at     timestamptz not null,
    saved_by     text        not null,
    version      bigint      not null,
    primary key (organisation, year)
);
