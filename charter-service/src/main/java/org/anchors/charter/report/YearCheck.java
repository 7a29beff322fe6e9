package org.anchors.charter.report;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.kit.calendar.ReportingYear;

/**
 * Checks first submissions for one year, one or thousands of them: what holds for all of them was looked up before.
 *
 * @param window when reports of the year are taken
 * @param catalogue the edition in use for the year
 * @param promised the indicators that the charter promises to report for the year
 * @param expected whether an organisation is expected to report for the year
 * @param today the day of submission
 */
record YearCheck(
        ReportingWindow window,
        Catalogue catalogue,
        List<String> promised,
        Predicate<String> expected,
        LocalDate today) {

    ReportingYear year() {
        return window.year();
    }

    /** Finds what is wrong with a report, given what its organisation said a year before. */
    Findings check(Submission sent, LastYear lastYear) {
        var findings = against(lastYear).check(sent);
        AmendmentCheck.notARestatement(sent, findings);
        if (sent.organisation() != null && !expected.test(sent.organisation())) {
            findings.fault(
                    "/organisation",
                    null,
                    "not-on-the-charter",
                    sent.organisation(),
                    "Only signatories of the charter report for %s; ask the anchor team.".formatted(year()));
        }
        return findings;
    }

    ReportCheck against(LastYear lastYear) {
        return new ReportCheck(catalogue, window, promised, lastYear, today);
    }
}
