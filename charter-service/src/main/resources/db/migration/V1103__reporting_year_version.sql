alter table reporting_year add column version bigint not null default 0;
