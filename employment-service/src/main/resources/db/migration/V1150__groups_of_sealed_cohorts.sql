-- What is kept of groups in cohorts whose records have gone, by the same rule as what is told since: rounded, and no count where the
-- group or the others are few. Of other cohorts it is counted anew, and told, with their next record.
update outcome_total g
set participants = case when least(g.participants, e.participants - g.participants) > 7 then (g.participants + 2) / 5 * 5 end,
    job_offers = case when least(g.job_offers, e.job_offers - g.job_offers) > 7 then (g.job_offers + 2) / 5 * 5 end,
    in_work = case when least(g.in_work, e.in_work - g.in_work) > 7 then (g.in_work + 2) / 5 * 5 end,
    sustained = case when least(g.sustained, e.sustained - g.sustained) > 7 then (g.sustained + 2) / 5 * 5 end
from outcome_total e, cohort c
where g.grp <> '' and e.cohort = g.cohort and e.year = g.year and e.grp = '' and c.id = g.cohort and c.sealed_at is not null;
