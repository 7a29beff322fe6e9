alter table organisation
    add column aliases      text[] not null default '{}',
    add column established  date,
    add column successor    text references organisation,
    add column succeeded_on date,
    add column version      bigint not null default 0,
    add constraint organisation_succession check ((successor is null) = (succeeded_on is null) and successor <> key);

-- organisation.name stays the newest of these, for whoever needs no dates.
create table organisation_name (
    organisation text not null references organisation,
    position     int  not null,
    name         text not null,
    held_from    date,
    held_to      date check (held_to >= held_from),
    primary key (organisation, position)
);
insert into organisation_name (organisation, position, name) select key, 0, name from organisation;
