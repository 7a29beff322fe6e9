-- Which revision was accepted last, and how many decisions were taken about the report.
alter table annual_report add column accepted_revision int;
alter table annual_report add column decisions int not null default 0;

-- How a revision came about, and why what had been accepted was corrected.
alter table report_revision add column kind text not null default 'SUBMISSION'
    check (kind in ('SUBMISSION', 'RESUBMISSION', 'RESTATEMENT'));
alter table report_revision add column reason text;
alter table reported_value add column restatement_reason text;

-- What looked odd in a revision when it came, with what explained it. Without an explanation the query is open.
create table report_query (
    reference        text not null,
    revision         int  not null,
    position         int  not null,
    place            text not null,
    indicator        text,
    grp              text,
    rule             text not null,
    given            text,
    mend             text not null,
    explanation      text,
    carried_from     int,
    last_explanation text,
    primary key (reference, revision, position),
    foreign key (reference, revision) references report_revision
);

-- What was decided about a revision; written once, never changed.
create table report_decision (
    reference  text        not null references annual_report,
    number     int         not null,
    revision   int         not null,
    kind       text        not null check (kind in ('APPROVED', 'WITHHELD', 'RETURNED', 'ACCEPTED')),
    decided_at timestamptz not null,
    decided_by text        not null,
    reason     text,
    primary key (reference, number),
    foreign key (reference, revision) references report_revision
);

-- The things to mend of a return, and the queries waived by an acceptance.
create table report_decision_item (
    reference text not null,
    number    int  not null,
    position  int  not null,
    place     text,
    indicator text,
    grp       text,
    query     int,
    reason    text not null,
    primary key (reference, number, position),
    foreign key (reference, number) references report_decision
);
