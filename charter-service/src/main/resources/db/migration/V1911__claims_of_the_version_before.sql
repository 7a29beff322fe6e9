-- The version before names no owners of contracts. While it still serves, or serves again, the database does it for what it stores, which
-- is told by the due day that it does not keep. A contract that another report has stays with that: the figure says that it is named twice.
create function contracts_named(attributes text) returns setof text language sql immutable as $$
    select distinct btrim(named.identifier, e' \t\r\n')
    from unnest(string_to_array(cast(attributes as jsonb) ->> 'contracts', ';')) named (identifier)
    where length(btrim(named.identifier, e' \t\r\n')) between 1 and 200
$$;

create function free_claims_of_the_version_before() returns trigger language plpgsql as $$
begin
    delete from reported_identifier where reference = new.reference;
    return null;
end
$$;
create trigger claims_freed_for_the_version_before after insert on report_revision for each row
    when (new.due is null and new.revision > 1)
    execute function free_claims_of_the_version_before();

create function claim_for_the_version_before() returns trigger language plpgsql as $$
begin
    insert into reported_identifier (year, indicator, identifier, reference)
    select report.year, said.indicator, named.identifier, report.reference
    from annual_report report
    join reported_value said on said.reference = report.reference and said.revision = new.revision
    cross join lateral contracts_named(said.attributes) named (identifier)
    where report.reference = new.reference and said.indicator = 'PRO-05' and said.state = 'GIVEN'
    order by named.identifier
    on conflict do nothing;
    return null;
end
$$;
-- At the end of the transaction, when the values of the revision are there. Nothing of it is done for a program that keeps the due day.
create constraint trigger claims_of_the_version_before after insert on report_revision
    deferrable initially deferred for each row
    when (new.due is null)
    execute function claim_for_the_version_before();
