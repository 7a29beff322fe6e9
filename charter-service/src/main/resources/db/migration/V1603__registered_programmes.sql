-- Programmes that were registered, whether or not anything is told of their outcomes: a total says how many of them it covers.
create table registered_programme (
    programme  text        primary key,
    provider   text        not null,
    starts_on  date,
    known_from timestamptz not null
);
