-- Whether something that is counted has come of a participant since the totals of groups in the cohort were told.
alter table participant_state add column untold boolean not null default true;
update participant_state set untold = false where num_nonnulls(started_on, offered_on, work_on, sustained_on) = 0;
create index participant_state_untold on participant_state (cohort) where untold;

-- What is kept of groups, by the same rule as what is told; V1150 did so in cohorts whose records have gone.
update outcome_total g
set participants = case when least(g.participants, e.participants - g.participants) > 7 then (g.participants + 2) / 5 * 5 end,
    job_offers = case when least(g.job_offers, e.job_offers - g.job_offers) > 7 then (g.job_offers + 2) / 5 * 5 end,
    in_work = case when least(g.in_work, e.in_work - g.in_work) > 7 then (g.in_work + 2) / 5 * 5 end,
    sustained = case when least(g.sustained, e.sustained - g.sustained) > 7 then (g.sustained + 2) / 5 * 5 end
from outcome_total e, cohort c
where g.grp <> '' and e.cohort = g.cohort and e.year = g.year and e.grp = '' and c.id = g.cohort and c.sealed_at is null;
