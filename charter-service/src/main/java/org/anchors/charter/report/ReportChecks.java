package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Predicate;
import org.anchors.charter.charter.Charter;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** Looks up what reports are checked against: catalogue, charter, signatories, and what was said the year before. */
@ApplicationScoped
class ReportChecks {

    private final LastYears lastYears;
    private final Catalogues catalogues;
    private final Charter charter;
    private final Signatories signatories;
    private final EssexDays days;

    ReportChecks(LastYears lastYears, Catalogues catalogues, Charter charter, Signatories signatories, EssexDays days) {
        this.lastYears = lastYears;
        this.catalogues = catalogues;
        this.charter = charter;
        this.signatories = signatories;
        this.days = days;
    }

    /** The check of a single report. */
    YearCheck of(ReportingWindow window) {
        return of(window, catalogues.of(window.year()), key -> signatories.isExpected(key, window.year()));
    }

    /** The check of many reports, which asks once who is expected. */
    YearCheck ofMany(ReportingWindow window) {
        var expected = new HashSet<>(signatories.expected(window.year(), Signatories.Filter.NONE, null));
        return of(window, catalogues.of(window.year()), expected::contains);
    }

    /** The check of a later revision, by the edition that it was first given under. */
    ReportCheck ofLater(String organisation, ReportingWindow window, String edition) {
        return of(window, catalogues.byEdition(edition), key -> true).against(lastYear(organisation, window.year()));
    }

    private YearCheck of(ReportingWindow window, Catalogue catalogue, Predicate<String> expected) {
        return new YearCheck(window, catalogue, charter.commitmentsFor(window.year()), expected, days.today());
    }

    /** What an organisation said for the year before. */
    LastYear lastYear(@Nullable String organisation, ReportingYear year) {
        return lastYears.of(organisation, year.previous());
    }

    /** The same of many organisations, by their keys; those that said nothing are left out. */
    Map<String, LastYear> lastYears(Collection<String> organisations, ReportingYear year) {
        return lastYears.of(organisations, year.previous());
    }
}
