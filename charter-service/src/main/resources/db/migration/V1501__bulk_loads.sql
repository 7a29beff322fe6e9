-- What came of each bulk file. The file itself is not kept.
create table bulk_load (
    id        text primary key,
    year      int         not null references reporting_year,
    digest    text        not null,
    outcome   text        not null,
    loaded_at timestamptz not null,
    loaded_by text        not null
);
