-- Who was expected to report depends on successions too: an organisation that was proposed, and succeeded before it signed, is not
-- waited for. That one had been succeeded is known from now on where it was not written down when.
alter table organisation_known add column succeeded_on date;

create or replace function remember_organisation() returns trigger language plpgsql as $$
begin
    update organisation_known set known_to = known_since()
    where key = new.key and known_from < known_since() and known_to > known_since();
    insert into organisation_known (key, sector, places, alliances, level, succeeded_on, known_from)
    values (new.key, new.sector, new.places, new.alliances, new.level, new.succeeded_on, known_since())
    on conflict (key, known_from) do update
    set sector = excluded.sector, places = excluded.places, alliances = excluded.alliances, level = excluded.level,
        succeeded_on = excluded.succeeded_on;
    return null;
end
$$;
drop trigger organisation_known_again on organisation;
create trigger organisation_known_again after update on organisation for each row
    when ((old.sector, old.places, old.alliances, old.level, old.succeeded_on)
          is distinct from (new.sector, new.places, new.alliances, new.level, new.succeeded_on))
    execute function remember_organisation();

with succeeded as (
    update organisation_known known set known_to = now()
    from organisation o
    where o.key = known.key and o.succeeded_on is not null and known.known_to > now()
    returning known.key, known.sector, known.places, known.alliances, known.level, o.succeeded_on)
insert into organisation_known (key, sector, places, alliances, level, succeeded_on, known_from)
select key, sector, places, alliances, level, succeeded_on, now() from succeeded;

create trigger completeness_by_succession after update on organisation for each row
    when (old.succeeded_on is distinct from new.succeeded_on)
    execute function note_change_of_completeness('signatures');
