-- Under which master key a key is wrapped; null where it was wrapped before that was noted.
alter table pseudonym_key add column master text;

-- When something was last recorded of anybody in a programme; nobody need be left of whom it was.
create table follow_up (
    programme text collate "C" primary key references programme (key),
    last_at   timestamptz not null
);
insert into follow_up (programme, last_at)
select p.programme, greatest(max(p.registered_at), max(m.recorded_at))
from participant p left join milestone m on m.participant = p.id group by p.programme;

-- Of a group in a cohort, a few people are not kept as a number: it would be somebody's flag, and stays when flags go.
alter table outcome_total
    alter column participants drop not null,
    alter column job_offers drop not null,
    alter column in_work drop not null,
    alter column sustained drop not null;

create index milestone_load_loaded on milestone_load (loaded_at);
