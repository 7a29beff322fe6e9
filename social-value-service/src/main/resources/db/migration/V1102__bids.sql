-- Before the opening only the sealed columns say anything about a bid, and only to whoever holds the keys.
create table bid (
    reference       text collate "C" primary key,
    procurement     uuid        not null references procurement (id),
    state           text        not null,
    received_at     timestamptz not null,
    subject         text        not null,
    who             text        not null,
    request_id      text,
    sealed_offer    bytea,
    sealed_price    bytea,
    ended_at        timestamptz,
    ended_by        text,
    replaced_by     text collate "C" references bid (reference),
    -- From the opening on.
    lot             text collate "C",
    supplier        text,
    supplier_id     text,
    body_hash       text,
    answers         jsonb,
    commitments     jsonb,
    -- From the day on which the marks are final.
    price           numeric(18, 2),
    check (state in ('LODGED', 'WITHDRAWN', 'REPLACED', 'OPENED')),
    -- What was withdrawn or replaced is never opened: nothing is left of it.
    check (state not in ('WITHDRAWN', 'REPLACED') or sealed_offer is null and sealed_price is null)
);
create index bid_of_procurement on bid (procurement, reference);

create table opening (
    procurement uuid        not null references procurement (id),
    number      int         not null check (number in (1, 2)),
    subject     text        not null,
    who         text        not null,
    at          timestamptz not null,
    primary key (procurement, number),
    unique (procurement, subject)
);
