-- What was said about a programme holds from when it was taken in until a later version of it was.
alter table registered_programme
    add column version  int         not null default 1,
    add column known_to timestamptz not null default '9999-12-31T00:00:00Z',
    drop constraint registered_programme_pkey,
    add primary key (programme, version);
alter table registered_programme
    alter column version drop default,
    alter column known_to drop default;
