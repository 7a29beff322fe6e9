-- Numbers of the organisations that a value counts, in a public register, separated by spaces; never of persons.
alter table reported_value add column identifiers text;
