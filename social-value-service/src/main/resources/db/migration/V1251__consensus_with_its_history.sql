-- What was agreed on before is kept, with who recorded it; the highest number is in force.
alter table consensus
    add column number int not null default 1,
    add column who text,
    add column at timestamptz,
    drop constraint consensus_pkey,
    add primary key (procurement, bid, number);
create view consensus_in_force as
    select distinct on (procurement, bid) procurement, bid, marks, gates from consensus
    order by procurement, bid, number desc;
