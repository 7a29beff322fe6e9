-- Groups are told of a programme, over all its cohorts. What was told of each cohort was rounded there, and adds up to something else.
delete from programme_outcome where grp <> '' and cohort <> '';
