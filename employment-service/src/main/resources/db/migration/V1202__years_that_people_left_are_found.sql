-- Built while the version before goes on writing. What an interrupted start has left of it is no index yet.
drop index concurrently if exists participant_state_left;
create index concurrently participant_state_left on participant_state (programme, left_year) where left_counts <> 0;
