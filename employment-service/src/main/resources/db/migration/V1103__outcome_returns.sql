-- Totals of programmes that give totals only. The highest revision for a programme and year holds; year 0 is a period that was
-- not stated, and the empty group is everyone.
create table outcome_return (
    id           uuid   not null,
    programme    text collate "C" not null references programme (key),
    year         int    not null,
    period       text,
    quality      text   not null,
    grp          text   not null,
    participants int,
    job_offers   int,
    in_work      int,
    sustained    int,
    revision     int    not null,
    returned_at  timestamptz not null,
    primary key (programme, grp, year, revision)
);
create index outcome_return_id on outcome_return (id);
