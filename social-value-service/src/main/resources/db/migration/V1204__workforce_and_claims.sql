-- Full-time equivalents that the bidder employs, where it says so; from the opening on.
alter table bid add column workforce numeric(18, 4);

-- For whom something is promised, as two contracts may write it: capitals and spaces tell nobody apart.
create function named(beneficiary text) returns text language sql immutable as $$
    select lower(regexp_replace(btrim(beneficiary), '\s+', ' ', 'g'))
$$;
create index contract_of_supplier on contract (bidder(supplier_id));
