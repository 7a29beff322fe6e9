-- By which version of the fold the people of a cohort were folded; by the oldest, where by several. A cohort of which nothing is
-- recorded is not here. What was folded before there were versions is folded anew.
create table cohort_fold (
    cohort  bigint primary key references cohort (id),
    version int not null
);
insert into cohort_fold (cohort, version) select distinct cohort, 0 from participant_state;
