-- How many counts a claim is made of, so that what is too much to be held against one another is not read.
alter table publication_claim add column counts int not null default 1;
