package org.anchors.charter.report;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** Looks up what organisations said for the year before, in the newest revision of each. */
@ApplicationScoped
class LastYears {

    /** An explanation that was itself carried from an earlier year is not carried again. */
    private static final String SAID = """
            select report.organisation, revision.catalogue, said.indicator, said.grp, said.state, said.value,
              said.numerator, said.denominator, said.attributes, said.explanation,
              case when said.explanation is not null then array(
                select odd.rule from report_query odd
                where odd.reference = said.reference and odd.revision = said.revision
                  and odd.indicator = said.indicator and odd.grp is not distinct from said.grp
                  and odd.explanation is not null and odd.carried_from is null
              ) else '{}' end as explained
            from annual_report report
            join report_revision revision using (reference, revision)
            join reported_value said using (reference, revision)
            where report.reference %s
            order by report.reference, said.position
            """;

    /** The database plans a question about one report once, a question about many each time. */
    private static final String ONE = "= ?";

    private static final String MANY = "= any (?)";

    private final Rows rows;
    private final Catalogues catalogues;

    LastYears(Rows rows, Catalogues catalogues) {
        this.rows = rows;
        this.catalogues = catalogues;
    }

    LastYear of(@Nullable String organisation, ReportingYear lastYear) {
        var none = LastYear.none(lastYear);
        return organisation == null
                ? none
                : find(ONE, AnnualReport.referenceOf(organisation, lastYear), lastYear)
                        .getOrDefault(organisation, none);
    }

    /** By organisation; those that said nothing are left out. */
    Map<String, LastYear> of(Collection<String> organisations, ReportingYear lastYear) {
        var references = organisations.stream()
                .map(organisation -> AnnualReport.referenceOf(organisation, lastYear))
                .toArray(String[]::new);
        return find(MANY, references, lastYear);
    }

    private Map<String, LastYear> find(String which, Object references, ReportingYear lastYear) {
        return rows.all(SAID.formatted(which), Said::read, references).stream()
                .collect(groupingBy(Said::organisation, collectingAndThen(toList(), said -> lastYear(said, lastYear))));
    }

    private LastYear lastYear(List<Said> said, ReportingYear year) {
        return new LastYear(
                year,
                catalogues.byEdition(said.getFirst().catalogue()),
                said.stream().map(Said::value).toList());
    }

    private record Said(String organisation, String catalogue, LastYear.Said value) {

        static Said read(ResultSet row) throws SQLException {
            return new Said(
                    row.getString("organisation"),
                    row.getString("catalogue"),
                    new LastYear.Said(
                            row.getString("indicator"),
                            row.getString("grp"),
                            State.valueOf(row.getString("state")),
                            row.getBigDecimal("value"),
                            row.getBigDecimal("numerator"),
                            row.getBigDecimal("denominator"),
                            Objects.requireNonNullElse(Attributes.texts(row.getString("attributes")), Map.of()),
                            row.getString("explanation"),
                            Set.copyOf(
                                    List.of((String[]) row.getArray("explained").getArray()))));
        }
    }
}
