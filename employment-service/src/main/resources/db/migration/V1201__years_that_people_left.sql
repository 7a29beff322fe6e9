-- A participant who is counted in another year than before, as when the day of a start is corrected, is counted no more in the year
-- before: which counts there these were, until groups of it are told.
alter table participant_state
    add column left_counts smallint not null default 0,
    add column left_year   int;

create view untold (programme, year, counts) as
select programme, untold_year, untold_counts from participant_state where untold_counts <> 0 and untold_year is not null
union all
select programme, left_year, left_counts from participant_state where left_counts <> 0;
