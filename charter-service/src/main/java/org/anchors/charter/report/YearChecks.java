package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.anchors.charter.charter.Charter;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** Looks up what reports of a year are checked against: window, catalogue, charter and signatories. */
@ApplicationScoped
class YearChecks {

    /** All that one report needs to know of its year at once: each question is a way to the database. */
    private static final String TERMS = """
            select y.year, y.opens, y.due, y.closes, %s as edition, %s as promised, %s as expected
            from reporting_year y where y.year = ?
            """.formatted(Catalogues.IN_USE, Charter.PROMISED, Signatories.IS_EXPECTED)
            .replace(":year", "y.year");

    private final Rows rows;
    private final Catalogues catalogues;
    private final Charter charter;
    private final Signatories signatories;
    private final EssexDays days;

    YearChecks(Rows rows, Catalogues catalogues, Charter charter, Signatories signatories, EssexDays days) {
        this.rows = rows;
        this.catalogues = catalogues;
        this.charter = charter;
        this.signatories = signatories;
        this.days = days;
    }

    private record Terms(ReportingWindow window, @Nullable String edition, List<String> promised, boolean expected) {

        static Terms read(ResultSet row) throws SQLException {
            return new Terms(
                    ReportingWindow.read(row),
                    row.getString("edition"),
                    Charter.promised(row),
                    row.getBoolean("expected"));
        }
    }

    /** The check of one organisation's report; empty for a year that has not been set up. */
    Optional<YearCheck> of(@Nullable String organisation, @Nullable String year) {
        return Optional.ofNullable(year)
                .flatMap(ReportingYear::read)
                .flatMap(known -> rows.first(TERMS, Terms::read, organisation, known.start()))
                .map(terms -> of(terms.window(), catalogue(terms), terms.promised(), key -> terms.expected()));
    }

    /** The check of many reports, which asks once who is expected. */
    YearCheck ofMany(ReportingWindow window) {
        var expected = new HashSet<>(signatories.expected(window.year(), Signatories.Filter.NONE, null));
        return of(window, catalogues.of(window.year()), promised(window), expected::contains);
    }

    /** The check of a later revision, by the edition that it was first given under. */
    YearCheck ofLater(ReportingWindow window, String edition) {
        return of(window, catalogues.byEdition(edition), promised(window), key -> true);
    }

    private Catalogue catalogue(Terms terms) {
        return terms.edition() == null ? catalogues.of(terms.window().year()) : catalogues.byEdition(terms.edition());
    }

    private List<String> promised(ReportingWindow window) {
        return charter.promisedFor(window.year());
    }

    private YearCheck of(
            ReportingWindow window, Catalogue catalogue, List<String> promised, Predicate<String> expected) {
        return new YearCheck(window, catalogue, promised, expected, days.today());
    }
}
