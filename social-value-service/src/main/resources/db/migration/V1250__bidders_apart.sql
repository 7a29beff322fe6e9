-- Zeros that lead a number tell no two identifiers of a register apart; hyphens do: GB-NHS-1-23 is not GB-NHS-12-3.
drop index bid_of_bidder;
drop index contract_of_supplier;
alter table bid drop column bidder;
create or replace function bidder(supplier_id text) returns text language sql immutable as $$
    select regexp_replace(supplier_id, '-0+', '-', 'g')
$$;
alter table bid
    add column bidder text collate "C" generated always as (bidder(supplier_id)) stored,
    -- Two people have said that it counts, whatever else was lodged under its identifier.
    add column stands boolean not null default false;
create index bid_of_bidder on bid (procurement, lot, bidder) where state = 'OPENED';
create index contract_of_supplier on contract (bidder(supplier_id));

-- An opinion is now one of two: that a bid is not to count, or that it is.
alter table setting_aside
    add column counts boolean not null default false,
    drop constraint setting_aside_pkey,
    drop constraint setting_aside_bid_subject_key,
    add primary key (bid, counts, number),
    add unique (bid, counts, subject);
