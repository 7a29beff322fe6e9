-- Every state that a signature had, so that a notice is judged by the one of its day.
alter table signature drop constraint signature_pkey;
alter table signature add primary key (signature, version);
