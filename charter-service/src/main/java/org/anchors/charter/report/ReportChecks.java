package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** Looks up what reports are checked against: what holds for their year, and what was said the year before. */
@ApplicationScoped
class ReportChecks {

    private final YearChecks years;
    private final LastYears lastYears;
    private final Owners owners;

    ReportChecks(YearChecks years, LastYears lastYears, Owners owners) {
        this.years = years;
        this.lastYears = lastYears;
        this.owners = owners;
    }

    /** The check of one organisation's report; empty for a year that has not been set up. */
    Optional<YearCheck> of(@Nullable String organisation, @Nullable String year) {
        return years.of(organisation, year);
    }

    /** The check of a later revision, by the edition that it was first given under. */
    ReportCheck ofLater(String organisation, ReportingWindow window, String edition) {
        return years.ofLater(window, edition).against(lastYear(organisation, window.year()));
    }

    /** What an organisation said for the year before. */
    LastYear lastYear(@Nullable String organisation, ReportingYear year) {
        return lastYears.of(organisation, year.previous());
    }

    /** Finds what belongs to another organisation's report; asks nothing about a report that names nothing. */
    void checkOwners(Submission sent, Catalogue catalogue, ReportingYear year, Findings findings) {
        Owned.check(sent, catalogue, year, owners.of(Owned.in(sent, catalogue, year)), findings);
    }
}
