-- Pages follow the order of keys, which must be the same in every database, and the one that Java compares by.
alter table organisation alter column key type text collate "C";
alter table annual_report alter column reference type text collate "C";
