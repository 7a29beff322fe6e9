-- Editions and codes are compared byte by byte, so that pages follow one order on every machine.
create table catalogue (
    id              uuid primary key,
    owner           text collate "C" not null,
    edition         text collate "C" not null,
    source          text             not null,
    licence         text             not null,
    redistributable boolean          not null,
    measure_count   int              not null,
    loaded_at       timestamptz      not null,
    unique (owner, edition)
);

create table measure (
    id          uuid primary key,
    catalogue   uuid             not null references catalogue (id),
    code        text collate "C" not null,
    kind        text             not null,
    theme       text,
    outcome     text,
    unit        text             not null,
    proxy       numeric(18, 2),
    currency    text,
    price_year  int,
    source      text,
    low         numeric(18, 2),
    high        numeric(18, 2),
    stacks_with text[]           not null,
    unique (catalogue, code)
);

-- An edition that was loaded is what evaluations refer to; it never changes.
create function refuse_change_of_catalogue() returns trigger language plpgsql as $$
begin
    raise exception 'A catalogue cannot be changed once it is loaded';
end $$;
create trigger catalogue_unchangeable before update or delete or truncate on catalogue
    for each statement execute function refuse_change_of_catalogue();
create trigger measure_unchangeable before update or delete or truncate on measure
    for each statement execute function refuse_change_of_catalogue();
