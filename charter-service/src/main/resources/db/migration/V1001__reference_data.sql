-- Which reference files have been loaded, by content.
create table reference_file (
    file      text primary key,
    digest    text        not null,
    loaded_at timestamptz not null
);

create table organisation (
    key       text primary key,
    name      text   not null,
    sector    text   not null,
    places    text[] not null,
    alliances text[] not null,
    level     text   not null,
    note      text   not null
);

create table charter_edition (
    edition    text primary key,
    first_year int not null,
    last_year  int not null check (last_year >= first_year)
);

create table commitment (
    edition    text    not null references charter_edition,
    id         text    not null,
    position   int     not null,
    pillar     text    not null,
    commitment text    not null,
    reporting  boolean not null,
    indicators text[]  not null,
    primary key (edition, id)
);

create table signature (
    edition      text not null references charter_edition,
    organisation text not null references organisation,
    role         text not null,
    state        text not null check (state in ('PROPOSED', 'SIGNED', 'WITHDRAWN', 'SUPERSEDED')),
    primary key (edition, organisation)
);
create index signature_organisation on signature (organisation);

-- A year is named by the calendar year in which it starts: 2024 is April 2024 to March 2025.
create table reporting_year (
    year   int primary key,
    opens  date not null,
    due    date not null check (due >= opens),
    closes date check (closes >= due)
);

create table indicator_catalogue (
    edition    text primary key,
    first_year int  not null,
    definition text not null
);
