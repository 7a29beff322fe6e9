-- What the catalogue lets one organisation name in a year alone, such as the contracts that it leads: who named it first has it.
create table reported_identifier (
    year       int  not null,
    indicator  text not null,
    identifier text not null,
    reference  text collate "C" not null references annual_report,
    primary key (year, indicator, identifier)
);
create index reported_identifier_reference on reported_identifier (reference);

insert into reported_identifier (year, indicator, identifier, reference)
select report.year, said.indicator, btrim(named.identifier), report.reference
from annual_report report
join reported_value said on said.reference = report.reference and said.revision = report.revision
cross join lateral unnest(string_to_array(cast(said.attributes as jsonb) ->> 'contracts', ';')) named (identifier)
-- What is longer is no identifier; the version before took it as one.
where said.indicator = 'PRO-05' and said.state = 'GIVEN' and length(btrim(named.identifier)) between 1 and 200
order by report.submitted_at, report.reference
on conflict do nothing;

-- The projection holds more; one without reports has nothing to gain from being built anew.
update projection_shape set shape = 3
where projection = 'consolidated' and not exists (select from consolidated_report);
