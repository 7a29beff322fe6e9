-- Which counts a participant has come to, or is counted in no more, since those of groups were told: 1 participants, 2 job offers,
-- 4 in work, 8 sustained; and the year in which that is. It takes the place of one answer for all counts together.
alter table participant_state
    add column untold_counts smallint not null default 0,
    add column untold_year   int;
update participant_state
set untold_counts = (started_on is not null)::int + (offered_on is not null)::int * 2 + (work_on is not null)::int * 4
                  + (sustained_on is not null)::int * 8,
    untold_year = year
where untold;
alter table participant_state drop column untold;
create index participant_state_untold on participant_state (cohort, untold_year) where untold_counts <> 0;
