-- A revision that says only that what was returned before does not hold.
alter table outcome_return add column withdrawn boolean not null default false;
