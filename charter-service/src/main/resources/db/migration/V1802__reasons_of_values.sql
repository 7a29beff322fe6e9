-- Why a value was restated, where it says so itself.
alter table consolidated_value add column reason text;

-- The projection holds more; one without reports has nothing to gain from being built anew.
update projection_shape set shape = 4
where projection = 'consolidated' and not exists (select from consolidated_report);
