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

    private final Rows rows;
    private final Catalogues catalogues;

    LastYears(Rows rows, Catalogues catalogues) {
        this.rows = rows;
        this.catalogues = catalogues;
    }

    LastYear of(@Nullable String organisation, ReportingYear lastYear) {
        var none = LastYear.none(lastYear);
        return organisation == null ? none : of(List.of(organisation), lastYear).getOrDefault(organisation, none);
    }

    /** By organisation; those that said nothing are left out. */
    Map<String, LastYear> of(Collection<String> organisations, ReportingYear lastYear) {
        var references = organisations.stream()
                .map(organisation -> AnnualReport.referenceOf(organisation, lastYear))
                .toArray(String[]::new);
        return rows.all("select * from said_in(?)", Said::read, (Object) references).stream()
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
