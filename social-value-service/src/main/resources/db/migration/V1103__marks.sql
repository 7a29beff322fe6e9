-- Whoever marks the bids, by the name of the account; the subject is noted when the account first marks.
create table evaluator (
    procurement  uuid             not null references procurement (id),
    account      text collate "C" not null,
    subject      text,
    version      bigint           not null,
    assigned_at  timestamptz      not null,
    submitted_at timestamptz,
    released_at  timestamptz,
    released_by  text,
    released_for text,
    primary key (procurement, account)
);
create index evaluator_by_account on evaluator (account);

-- What one evaluator gave one bid: {"question": {"mark": ..., "reason": "..."}}.
create table mark_sheet (
    procurement uuid             not null references procurement (id),
    account     text collate "C" not null,
    bid         text collate "C" not null references bid (reference),
    marks       jsonb            not null,
    primary key (procurement, account, bid),
    foreign key (procurement, account) references evaluator (procurement, account)
);

-- What they agreed on for one bid, and whether it passed the gates: {"gate": {"passed": ..., "reason": "..."}}.
create table consensus (
    procurement uuid             not null references procurement (id),
    bid         text collate "C" not null references bid (reference),
    marks       jsonb            not null,
    gates       jsonb            not null,
    primary key (procurement, bid)
);
