-- What the version before stored after the first claims were entered, and before they were kept for it.
-- Nothing is claimed or freed meanwhile.
lock table reported_identifier in share row exclusive mode;

create temporary table named_by_reports on commit drop as
select report.year, said.indicator, named.identifier, report.reference, report.submitted_at
from annual_report report
join reported_value said on said.reference = report.reference and said.revision = report.revision
cross join lateral contracts_named(said.attributes) named (identifier)
where said.indicator = 'PRO-05' and said.state = 'GIVEN';

delete from reported_identifier claim
where claim.indicator = 'PRO-05' and not exists (
    select from named_by_reports named
    where (named.year, named.indicator, named.identifier, named.reference)
        = (claim.year, claim.indicator, claim.identifier, claim.reference));

insert into reported_identifier (year, indicator, identifier, reference)
select year, indicator, identifier, reference from named_by_reports
order by submitted_at, reference, identifier
on conflict do nothing;
