-- Two identifiers of a register that may well be the same one: zeros that lead a number, and hyphens, tell nobody apart.
create function bidder(supplier_id text) returns text language sql immutable as $$
    select replace(regexp_replace(supplier_id, '-0+', '-', 'g'), '-', '')
$$;

alter table bid
    add column bidder text collate "C" generated always as (bidder(supplier_id)) stored,
    drop constraint bid_state_check,
    add constraint bid_state_check check (state in ('LODGED', 'WITHDRAWN', 'REPLACED', 'OPENED', 'SET_ASIDE'));
create index bid_of_bidder on bid (procurement, lot, bidder) where state = 'OPENED';

-- Who wants a bid not to count because another one of the same bidder does; it counts no more with the second of them.
create table setting_aside (
    bid     text collate "C" not null references bid (reference),
    number  int              not null check (number in (1, 2)),
    subject text             not null,
    who     text             not null,
    reason  text             not null,
    at      timestamptz      not null,
    primary key (bid, number),
    unique (bid, subject)
);
