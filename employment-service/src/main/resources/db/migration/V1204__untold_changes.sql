-- Which counts a participant is counted in and was not, or the other way round, since those of groups were told: 1 participants,
-- 2 job offers, 4 in work, 8 sustained; in each year by itself. It takes the place of the columns untold_* and left_* of
-- participant_state, and of the view untold. The version before still writes those columns: what stands there is taken over before
-- groups are told, until a later release drops them.
create table untold_change (
    participant bigint   not null references participant (id) on delete cascade,
    programme   text collate "C" not null,
    year        int      not null,
    counts      smallint not null check (counts > 0),
    primary key (participant, year)
);
create index untold_change_programme on untold_change (programme, year);
