-- Who was expected to report and how organisations were described, at every instant: the report as known on an instant asks for
-- it. These triggers alone write here. What is there before the platform has any history counts from the beginning of time.
create table signature_known (
    reference    text collate "C" not null,
    organisation text             not null,
    edition      text             not null,
    state        text             not null,
    ended_on     date,
    known_from   timestamptz      not null,
    known_to     timestamptz      not null default '9999-12-31T00:00:00Z',
    primary key (reference, known_from)
);
create index signature_known_edition on signature_known (edition, known_to);

create table organisation_known (
    key        text        not null,
    sector     text        not null,
    places     text[]      not null,
    alliances  text[]      not null,
    level      text        not null,
    known_from timestamptz not null,
    known_to   timestamptz not null default '9999-12-31T00:00:00Z',
    primary key (key, known_from)
);

insert into signature_known (reference, organisation, edition, state, ended_on, known_from)
select reference, organisation, edition, state, ended_on, '1970-01-01T00:00:00Z' from signature;
insert into organisation_known (key, sector, places, alliances, level, known_from)
select key, sector, places, alliances, level, '1970-01-01T00:00:00Z' from organisation;

-- The first load of the reference data says that it was always known.
create function known_since() returns timestamptz language sql stable as $$
    select coalesce(cast(nullif(current_setting('anchors.known_since', true), '') as timestamptz), now())
$$;

create function remember_signature() returns trigger language plpgsql as $$
begin
    update signature_known set known_to = known_since()
    where reference = new.reference and known_from < known_since() and known_to > known_since();
    insert into signature_known (reference, organisation, edition, state, ended_on, known_from)
    values (new.reference, new.organisation, new.edition, new.state, new.ended_on, known_since())
    on conflict (reference, known_from) do update set state = excluded.state, ended_on = excluded.ended_on;
    return null;
end
$$;
create trigger signature_known after insert on signature for each row execute function remember_signature();
create trigger signature_known_again after update on signature for each row
    when (old.state is distinct from new.state) execute function remember_signature();

create function remember_organisation() returns trigger language plpgsql as $$
begin
    update organisation_known set known_to = known_since()
    where key = new.key and known_from < known_since() and known_to > known_since();
    insert into organisation_known (key, sector, places, alliances, level, known_from)
    values (new.key, new.sector, new.places, new.alliances, new.level, known_since())
    on conflict (key, known_from) do update
    set sector = excluded.sector, places = excluded.places, alliances = excluded.alliances, level = excluded.level;
    return null;
end
$$;
create trigger organisation_known after insert on organisation for each row execute function remember_organisation();
create trigger organisation_known_again after update on organisation for each row
    when ((old.sector, old.places, old.alliances, old.level)
          is distinct from (new.sector, new.places, new.alliances, new.level))
    execute function remember_organisation();

alter table organisation_name add column known_from timestamptz not null default '1970-01-01T00:00:00Z';
alter table organisation_name alter column known_from set default known_since();

-- The first edition was always known; a later one from the day on which it was loaded.
alter table indicator_catalogue add column known_from timestamptz not null default '1970-01-01T00:00:00Z';
alter table indicator_catalogue alter column known_from set default known_since();
