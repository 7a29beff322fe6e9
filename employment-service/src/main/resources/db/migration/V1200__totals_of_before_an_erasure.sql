-- Whether somebody was erased from the cohort since its totals were told: these stay then, and are more than what is counted. Who was
-- erased before that was noted is not known; where more people were told of than there are, somebody was.
alter table cohort_fold add column erased boolean not null default false;
update cohort_fold set erased = true where cohort in (
    select t.cohort from outcome_total t
    left join (select cohort, year, count(started_on) participants, count(offered_on) job_offers, count(work_on) in_work,
                      count(sustained_on) sustained
               from participant_state group by cohort, year) c using (cohort, year)
    where t.grp = '' and (t.participants > coalesce(c.participants, 0) or t.job_offers > coalesce(c.job_offers, 0)
                          or t.in_work > coalesce(c.in_work, 0) or t.sustained > coalesce(c.sustained, 0)));
