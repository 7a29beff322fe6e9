-- What tells a file from others, under the master key, where nothing of it was taken: it was refused, or only checked. Its list of faults
-- takes the place of the one that stands of the same file, and of the oldest where an organisation has many.
set local lock_timeout = '10s';
alter table milestone_load add column not_taken text collate "C";
create index milestone_load_not_taken on milestone_load (organisation, loaded_at) where not_taken is not null;
