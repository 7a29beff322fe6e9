-- Who was expected to report depends on the day of the proposal and on the day from which an organisation has been there: nobody owes
-- the report of a year that was over before. Both were known when their rows were written; where they are not, it was always so.
-- In the order in which whoever changes them takes them, so that nobody waits for the other.
lock table signature, organisation in access exclusive mode;

alter table signature_known add column proposed_on date;
alter table organisation_known add column established date;

update signature_known known set proposed_on = s.proposed_on
from signature s where s.reference = known.reference and s.proposed_on is not null;
update organisation_known known set established = o.established
from organisation o where o.key = known.key and o.established is not null;

create or replace function remember_signature() returns trigger language plpgsql as $$
begin
    update signature_known set known_to = known_since()
    where reference = new.reference and known_from < known_since() and known_to > known_since();
    insert into signature_known (reference, organisation, edition, state, proposed_on, ended_on, known_from)
    values (new.reference, new.organisation, new.edition, new.state, new.proposed_on, new.ended_on, known_since())
    on conflict (reference, known_from) do update
    set state = excluded.state, proposed_on = excluded.proposed_on, ended_on = excluded.ended_on;
    return null;
end
$$;

drop trigger signature_known_again on signature;
create trigger signature_known_again after update on signature for each row
    when ((old.state, old.proposed_on) is distinct from (new.state, new.proposed_on))
    execute function remember_signature();

create or replace function remember_organisation() returns trigger language plpgsql as $$
begin
    update organisation_known set known_to = known_since()
    where key = new.key and known_from < known_since() and known_to > known_since();
    insert into organisation_known (key, sector, places, alliances, level, established, succeeded_on, known_from)
    values (new.key, new.sector, new.places, new.alliances, new.level, new.established, new.succeeded_on, known_since())
    on conflict (key, known_from) do update
    set sector = excluded.sector, places = excluded.places, alliances = excluded.alliances, level = excluded.level,
        established = excluded.established, succeeded_on = excluded.succeeded_on;
    return null;
end
$$;
drop trigger organisation_known_again on organisation;
create trigger organisation_known_again after update on organisation for each row
    when ((old.sector, old.places, old.alliances, old.level, old.established, old.succeeded_on)
          is distinct from (new.sector, new.places, new.alliances, new.level, new.established, new.succeeded_on))
    execute function remember_organisation();

create trigger completeness_by_establishment after update on organisation for each row
    when (old.established is distinct from new.established)
    execute function note_change_of_completeness('signatures');
