-- Who recorded it, by the subject of the token, so that somebody else confirms rulings; none of a time before that.
alter table consensus add column subject text;
create or replace view consensus_in_force as
    select distinct on (procurement, bid) procurement, bid, marks, gates, commitments, subject, who from consensus
    order by procurement, bid, number desc;
