-- The last day on which the report would have been on time, as it was set when the revision came. Empty in what a version stored that did
-- not keep it.
alter table report_revision add column due date;

-- How the projection was told of what it held before it was built anew: what topics have lost since is told again in the same way.
create table consolidated_told (
    reference text collate "C" not null,
    revision  int              not null,
    fact      text             not null check (fact in ('SUBMITTED', 'ACCEPTED', 'RETURNED')),
    due       date,
    event_id  uuid,
    primary key (reference, revision, fact)
);
