-- What some reports say in their newest revisions. The plan is made once for each connection: left to choose, the database makes one
-- anew for each report, which takes twice as long as to follow it.
create function said_in(reports text[])
returns table (
    organisation text, catalogue text, indicator text, grp text, state text, value numeric, numerator numeric, denominator numeric,
    attributes text, explanation text, explained text[])
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
    return query
    select report.organisation, revision.catalogue, said.indicator, said.grp, said.state, said.value, said.numerator, said.denominator,
      said.attributes, said.explanation,
      -- An explanation that was itself carried from an earlier year is not carried again.
      case when said.explanation is not null then array(
        select odd.rule from report_query odd
        where odd.reference = said.reference and odd.revision = said.revision
          and odd.indicator = said.indicator and odd.grp is not distinct from said.grp
          and odd.explanation is not null and odd.carried_from is null
      ) else '{}' end
    from annual_report report
    join report_revision revision using (reference, revision)
    join reported_value said using (reference, revision)
    where report.reference = any (reports)
    order by report.reference, said.position;
end $$;
