-- References are compared byte by byte, so that pages follow one order on every machine.
create table procurement (
    id               uuid primary key,
    buyer            text collate "C" not null,
    reference        text collate "C" not null,
    state            text             not null,
    version          bigint           not null,
    -- As it was sent last while it was a draft.
    draft            text             not null,
    title            text             not null,
    catalogue        text,
    bid_deadline     timestamptz,
    created_at       timestamptz      not null,
    published_at     timestamptz,
    opened_at        timestamptz,
    marked_at        timestamptz,
    evaluated_at     timestamptz,
    awarded_at       timestamptz,
    contracted_at    timestamptz,
    cancelled_at     timestamptz,
    cancelled_reason text,
    unique (buyer, reference),
    check (state in ('DRAFT', 'PUBLISHED', 'OPENED', 'MARKED', 'EVALUATED', 'AWARDED', 'CONTRACTED', 'CANCELLED')),
    check ((published_at is null) = (state = 'DRAFT') or state = 'CANCELLED')
);
create index procurement_by_state on procurement (state, buyer, reference);

-- What was published: canonical JSON, as it was hashed.
create table procurement_lot (
    procurement      uuid             not null references procurement (id),
    lot              text collate "C" not null,
    title            text             not null,
    methodology      text             not null,
    methodology_hash text             not null,
    primary key (procurement, lot)
);
create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
    raise exception 'What was published cannot be changed';
end $$;
create trigger procurement_lot_unchangeable before update or delete or truncate on procurement_lot
    for each statement execute function refuse_change_of_published();

-- Opens the bids of a procurement; itself sealed by a key that the database does not hold. Gone once it is cancelled.
create table sealing_key (
    procurement uuid  primary key references procurement (id),
    sealed      bytea not null
);
