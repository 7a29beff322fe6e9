-- What buyers have published as indicators of a contract; only ever added to.
create table contract_indicator (
    contract     uuid             not null references contract (id),
    key          text collate "C" not null,
    title        text             not null,
    target       text             not null,
    published_at timestamptz      not null,
    primary key (contract, key)
);

-- What a supplier is said to have delivered in a period. A statement is decided upon once; another one corrects it.
create table delivery (
    contract    uuid        not null references contract (id),
    number      int         not null,
    from_day    date        not null,
    to_day      date        not null,
    -- Reporting year of the period, April to March, such as 2026-27.
    year        text        not null,
    corrects    int,
    reason      text,
    evidence    text        not null,
    state       text        not null,
    rating      text,
    comment     text,
    ratings     text,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    decided_at  timestamptz,
    decided_by  text,
    primary key (contract, number),
    foreign key (contract, corrects) references delivery (contract, number)
);
-- A statement is corrected by one approved statement at most.
create unique index delivery_corrected_once on delivery (contract, corrects) where state = 'APPROVED';

create table delivery_line (
    contract   uuid    not null,
    delivery   int     not null,
    obligation int     not null,
    -- None where the obligation is described and not counted.
    quantity   numeric(22, 4),
    -- None where the obligation has no value.
    value      numeric(18, 2),
    text       text,
    primary key (contract, delivery, obligation),
    foreign key (contract, delivery) references delivery (contract, number),
    foreign key (contract, obligation) references contract_obligation (contract, number)
);

-- How many statements of what is delivered were told of a contract and a year.
create table delivery_statement (
    contract uuid not null references contract (id),
    year     text not null,
    version  int  not null,
    primary key (contract, year)
);
