package org.anchors.charter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** reporting.md, Submitting: the states of a report and the steps between them, the legal ones and the others. */
class AnnualReportTest {

    private static final Instant AT = Instant.parse("2025-07-01T09:00:00Z");
    private static final Decision.Words WORDS = new Decision.Words(AT, "somebody", null, List.of());

    @ParameterizedTest
    @CsvSource({
        // what has happened since the submission, the next step, the state it leads to
        "'', accept, ACCEPTED",
        "'', return, RETURNED",
        "'', approve, SUBMITTED",
        "return, resubmit, SUBMITTED",
        "return resubmit, accept, ACCEPTED",
        "return resubmit, return, RETURNED",
        "accept, restate, SUBMITTED",
        "accept restate, accept, ACCEPTED",
        "accept restate, return, RETURNED",
        "accept restate return, restate, SUBMITTED"
    })
    void takesTheStepsThatThereAre(String past, String step, AnnualReport.State state) {
        var report = after(past);
        take(step, report);
        assertEquals(state, report.state());
    }

    @ParameterizedTest
    @CsvSource({
        "'', resubmit, report-awaits-decision",
        "'', restate, report-awaits-decision",
        "return, accept, report-returned",
        "return, return, report-returned",
        "return, approve, report-returned",
        "return, restate, report-never-accepted",
        "accept, accept, report-accepted",
        "accept, return, report-accepted",
        "accept, approve, report-accepted",
        "accept, resubmit, restatement-needed",
        "accept restate, restate, report-awaits-decision",
        "accept restate return, resubmit, restatement-needed"
    })
    void refusesEveryOtherByName(String past, String step, String problem) {
        var report = after(past);
        var before = report.state();
        var refused = assertThrows(Refused.class, () -> take(step, report));
        assertEquals("/problems/" + problem, refused.refusal().type());
        assertEquals(before, report.state());
    }

    @Test
    void eachAmendmentIsARevisionKnownFromALaterInstant() {
        var report = after("return");
        var first = report.submittedAt();
        report.resubmit(first);
        assertEquals(2, report.revision());
        assertTrue(report.submittedAt().isAfter(first));
    }

    @Test
    void aRestatementLeavesTheAcceptedRevisionAccepted() {
        var report = after("accept restate");
        assertEquals(1, report.acceptedRevision());
        report.accept(WORDS);
        assertEquals(2, report.acceptedRevision());
    }

    private static AnnualReport after(String past) {
        var report = AnnualReport.submitted("mseft", new ReportingYear(2024), AT);
        for (var step : past.split(" ")) {
            if (!step.isEmpty()) {
                take(step, report);
            }
        }
        return report;
    }

    private static void take(String step, AnnualReport report) {
        switch (step.toLowerCase(Locale.ROOT)) {
            case "accept" -> report.accept(WORDS);
            case "return" -> report.giveBack(WORDS);
            case "approve" -> report.approve(Decision.Kind.APPROVED, WORDS);
            case "resubmit" -> report.resubmit(AT.plusSeconds(60));
            case "restate" -> report.restate(AT.plusSeconds(120));
            default -> throw new IllegalArgumentException(step);
        }
    }
}
