package org.anchors.charter.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decision 0014: a report that says the same stays as it is, in whatever order and words. */
class SamenessTest {

    private static final Submission.Value STAFF = staff("300", "counted in March", null, Map.of());
    private static final Submission.Value EVENTS =
            new Submission.Value("PRO-08", null, null, new Scalar.Number(BigDecimal.TWO), null, null, null);

    @Test
    void theOrderOfValuesSaysNothing() {
        assertTrue(isSame(List.of(STAFF, EVENTS), EVENTS, STAFF));
    }

    /** A row of a bulk file corrects nothing, so that it gives no reason. */
    @Test
    void theReasonOfAnEarlierCorrectionIsNotAskedFor() {
        assertTrue(isSame(List.of(staff("300", "counted in March", "counted again", Map.of())), STAFF));
    }

    @Test
    void aNumberIsTheSameHoweverItIsWritten() {
        var number = Map.<String, Scalar>of("rooms", new Scalar.Number(new BigDecimal("12.50")));
        var shorter = Map.<String, Scalar>of("rooms", new Scalar.Number(new BigDecimal("12.5")));
        var other = Map.<String, Scalar>of("rooms", new Scalar.Number(new BigDecimal("12.51")));
        assertTrue(isSame(List.of(staff("300.0", null, null, number)), staff("300", null, null, shorter)));
        assertFalse(isSame(List.of(staff("300", null, null, number)), staff("300", null, null, other)));
    }

    @Test
    void aFigureAnExplanationOrAValueMoreSaysSomethingElse() {
        assertFalse(isSame(List.of(STAFF), staff("301", "counted in March", null, Map.of())));
        assertFalse(isSame(List.of(STAFF), staff("300", "counted in April", null, Map.of())));
        assertFalse(isSame(List.of(STAFF), STAFF, EVENTS));
        assertFalse(isSame(List.of(STAFF, EVENTS), STAFF));
    }

    private static boolean isSame(List<Submission.Value> stored, Submission.Value... sent) {
        var report = AnnualReport.submitted("mseft", new ReportingYear(2024), Instant.EPOCH);
        var origin = new Revision.Origin("2024.1", LocalDate.of(2025, 9, 30), "somebody", List.of(), List.of());
        var revision = Revision.of(report, Revision.Kind.SUBMISSION, submission(stored), origin);
        return Sameness.of(revision, submission(Arrays.asList(sent)));
    }

    private static Submission submission(List<Submission.Value> values) {
        return new Submission("mseft", "2024-25", null, null, values, null, null);
    }

    private static Submission.Value staff(
            String value, @Nullable String explanation, @Nullable String reason, Map<String, Scalar> attributes) {
        var number = new Scalar.Number(new BigDecimal(value));
        return new Submission.Value(
                "EMP-01", null, null, number, null, null, explanation, null, attributes, reason, null);
    }
}
