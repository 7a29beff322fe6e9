-- Every fault of a load, in the order in which they were found, numbered from 1; what a load answers holds the first of them only.
create table milestone_load_fault (
    load   uuid not null references milestone_load (id) on delete cascade deferrable initially deferred,
    number int  not null,
    place  text not null,
    rule   text not null,
    given  text,
    mend   text not null,
    primary key (load, number)
);

insert into milestone_load_fault (load, number, place, rule, given, mend)
select l.id, f.number, f.fault ->> 'at', f.fault ->> 'rule', f.fault ->> 'given', f.fault ->> 'mend'
from milestone_load l, json_array_elements(cast(l.outcome as json) -> 'faults') with ordinality f (fault, number);

update milestone_load
set outcome = cast(jsonb_set(cast(outcome as jsonb), '{faults}', jsonb_path_query_array(cast(outcome as jsonb), '$.faults[0 to 999]')) as text)
where json_array_length(cast(outcome as json) -> 'faults') > 1000;

update milestone_load
set outcome = cast(jsonb_set(cast(outcome as jsonb), '{allFaults}', to_jsonb('/api/employment/v1/milestones/loads/' || id || '/faults')) as text)
where json_array_length(cast(outcome as json) -> 'faults') > 0;
