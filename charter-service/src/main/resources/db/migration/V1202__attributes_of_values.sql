-- What a value carries beside its figure, as a JSON object.
alter table reported_value add column attributes text;
