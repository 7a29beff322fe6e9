-- Commitments that were agreed not to count: [{"commitment": 0, "lacks": ["LOCAL"], "reason": "..."}].
alter table consensus add column commitments jsonb not null default '[]';
create or replace view consensus_in_force as
    select distinct on (procurement, bid) procurement, bid, marks, gates, commitments from consensus
    order by procurement, bid, number desc;
