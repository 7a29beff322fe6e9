-- What was told last of target groups, over all cohorts of a programme: counted together and rounded once. It takes the place of the
-- rows of groups in outcome_total, which the version before still writes. Of records that have gone, what was told of the only cohort stands.
create table group_total (
    programme    text collate "C" not null references programme (key),
    year         int  not null,
    grp          text not null,
    participants int,
    job_offers   int,
    in_work      int,
    sustained    int,
    version      int  not null,
    primary key (programme, year, grp)
);
insert into group_total (programme, year, grp, participants, job_offers, in_work, sustained, version)
select t.programme, t.year, t.grp, t.participants, t.job_offers, t.in_work, t.sustained, 1
from outcome_total t join cohort c on c.id = t.cohort and c.sealed_at is not null
where t.grp <> '' and not exists (select from outcome_total other
    where other.programme = t.programme and other.year = t.year and other.grp = '' and other.cohort <> t.cohort);

-- Nothing has been told of programmes as yet.
update participant_state
set untold_counts = (started_on is not null)::int + (offered_on is not null)::int * 2 + (work_on is not null)::int * 4
                  + (sustained_on is not null)::int * 8,
    untold_year = year
where year is not null;
