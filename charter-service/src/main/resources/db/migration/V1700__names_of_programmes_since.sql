-- When names began to be kept of programmes: of those that were registered until then their totals tell the name, after a rebuild
-- too, which would find it in the topic. What was known on an instant stays what it was.
create table programme_names_kept (
    since timestamptz not null
);
insert into programme_names_kept (since)
select coalesce(max(known_from), '-infinity') from registered_programme where name is null;
