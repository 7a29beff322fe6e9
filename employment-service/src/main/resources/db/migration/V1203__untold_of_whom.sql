-- Of whom a count is untold too: what is told of a group depends on who of these belong to it.
create or replace view untold (programme, year, counts, participant) as
select programme, untold_year, untold_counts, participant from participant_state where untold_counts <> 0 and untold_year is not null
union all
select programme, left_year, left_counts, participant from participant_state where left_counts <> 0;
