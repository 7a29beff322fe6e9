-- A publication is frozen: its text, its hash, and what its figures said of the organisations behind them. The claims hold exact
-- counts and are for the differencing guard alone.

create table publication (
    number       int         primary key check (number >= 1),
    year         int         not null references reporting_year,
    pillar       text,
    sector       text,
    place        text,
    alliance     text,
    level        text,
    withheld     text        not null,
    policy       text        not null,
    as_known_on  timestamptz not null,
    published_at timestamptz not null,
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content      text        not null
);
create index publication_year on publication (year, number);

-- year is that of the counts, which may be the year before the report's; 0 for counts of no period. counts is how many counts a
-- claim is made of, so that what is too much to be held against one another is not read.
create table publication_claim (
    number   int   not null references publication,
    position int   not null,
    year     int   not null,
    cell     text  not null,
    policy   text  not null,
    parts    jsonb not null,
    counts   int   not null,
    primary key (number, position)
);
create index publication_claim_year on publication_claim (year, number, position);

create function refuse_change_of_publication() returns trigger language plpgsql as $$
begin
    raise exception 'What was published stays as it is';
end $$;
create trigger publication_immutable before update or delete or truncate on publication
    for each statement execute function refuse_change_of_publication();
create trigger publication_claim_immutable before update or delete or truncate on publication_claim
    for each statement execute function refuse_change_of_publication();
