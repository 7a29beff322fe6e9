package org.anchors.charter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** reporting.md, Submitting: the errors and queries, on the catalogue that the service ships with. */
class ReportCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 1);

    private static Catalogue catalogue;

    @BeforeAll
    static void readTheCatalogue() throws IOException {
        try (var stream = ReportCheckTest.class.getResourceAsStream("/reference/indicators-2024.1-adding.json")) {
            catalogue = new ObjectMapper().readValue(stream, Catalogue.class);
        }
    }

    @Test
    void findsNothingWrongWithASoundReport() {
        assertEquals(
                List.of(),
                faults(
                        number("EMP-01", null, "15000"),
                        ratio("EMP-02", null, "9000", "14800"),
                        ratio("EMP-03", null, "4200", "14800"),
                        number("EMP-05", "care-leaver", "12"),
                        number("SUS-07", null, "620"),
                        number("SUS-07", "staff", "150")));
    }

    @ParameterizedTest
    @CsvSource({
        // indicator, numerator, denominator, rule
        "EMP-03, 15000, 14800, numerator-above-denominator",
        "EMP-11, 41, 40, numerator-above-denominator",
        "EMP-03, -1, 14800, negative",
        "EMP-03, 0.5, 10, not-whole",
        "PRO-02, 1.001, 10, too-many-places",
        "PRO-06, 300, 100, out-of-bounds",
        "SUS-04, 10, 1, out-of-bounds",
        "SUS-04, 10, 0, denominator-zero",
        "SUS-03, 500, 100, out-of-bounds",
        "EMP-12, 100001, 100002, out-of-bounds"
    })
    void refusesARatioThatCannotBe(String indicator, String numerator, String denominator, String rule) {
        assertEquals(List.of(rule), faults(ratio(indicator, null, numerator, denominator)));
    }

    @ParameterizedTest
    @CsvSource({
        "EMP-03, 0, 0",
        "EMP-03, 10, 10",
        "PRO-06, 200, 100",
        "SUS-04, 20, 1",
        "SUS-03, 0, 100",
        "SUS-03, 200, 100"
    })
    void takesARatioAtItsBounds(String indicator, String numerator, String denominator) {
        assertEquals(List.of(), faults(ratio(indicator, null, numerator, denominator)));
    }

    @ParameterizedTest
    @CsvSource({"EMP-01, -1", "EMP-01, 100001", "PRO-01, 5000000000.01", "LDP-08, 1001"})
    void refusesANumberOutOfBounds(String indicator, String number) {
        assertEquals(List.of("out-of-bounds"), faults(number(indicator, null, number)));
    }

    @ParameterizedTest
    @CsvSource({"EMP-11", "EMP-12", "EMP-13"})
    void holdsWhatIsPartOfSomethingToItsBoundsAlsoAlone(String indicator) {
        assertEquals(List.of("out-of-bounds"), faults(alone(indicator, "999999999")));
        assertEquals(List.of("negative"), faults(alone(indicator, "-1")));
        assertEquals(List.of(), faults(alone(indicator, "100000")));
    }

    private static Submission.Value alone(String indicator, String numerator) {
        return new Submission.Value(indicator, null, null, null, new BigDecimal(numerator), null, null);
    }

    @Test
    void refusesAPercentageAlone() {
        assertEquals(
                List.of("wrong-form", "numerator-missing", "denominator-missing"),
                faults(number("EMP-03", null, "29.35")));
    }

    @Test
    void refusesAValueOfTheWrongKind() {
        assertEquals(List.of("wrong-type"), faults(sent("LDP-01", null, new Scalar.Text("yes"))));
        assertEquals(List.of("unknown-code"), faults(sent("LDP-04", null, new Scalar.Text("ISO9001"))));
        assertEquals(List.of(), faults(sent("LDP-01", null, new Scalar.Truth(true))));
        assertEquals(List.of(), faults(number("LDP-01", null, "1"), number("LDP-02", null, "0")));
        assertEquals(List.of("wrong-type"), faults(number("LDP-01", null, "2")));
        assertEquals(List.of(), faults(sent("LDP-04", null, new Scalar.Text("HSIYA"))));
    }

    @Test
    void asksForGroupsWhereTheyAreNeeded() {
        assertEquals(List.of("group-missing"), faults(number("EMP-05", null, "12")));
        assertEquals(List.of("unknown-group"), faults(number("EMP-05", "left-handed", "12")));
        assertEquals(List.of("group-not-allowed"), faults(number("EMP-01", "veteran", "12")));
    }

    @Test
    void blankZeroAndNotCollectedAreDifferent() {
        assertEquals(List.of(), faults(number("SUS-02", null, "0")));
        assertEquals(List.of("value-missing"), faults(sent("SUS-02", null, null)));
        assertEquals(List.of(), faults(state("SUS-02", State.NOT_COLLECTED, null)));
        assertEquals(List.of("figure-beside-state"), faults(state("SUS-02", State.NOT_APPLICABLE, "7")));
    }

    @Test
    void refusesADerivedIndicatorAnUnknownOneAndOneGivenTwice() {
        assertEquals(
                List.of("derived-indicator", "unknown-indicator", "given-twice"),
                faults(
                        number("EMP-10", null, "107"),
                        number("EMP-77", null, "1"),
                        number("PRO-08", null, "1"),
                        number("PRO-08", null, "2")));
    }

    @Test
    void holdsFiguresAgainstEachOther() {
        assertEquals(
                List.of("more-postcodes-than-staff"),
                faults(number("EMP-01", null, "100"), ratio("EMP-02", null, "50", "101")));
        assertEquals(
                List.of("denominators-differ"),
                faults(ratio("EMP-02", null, "50", "100"), ratio("EMP-03", null, "50", "99")));
        assertEquals(
                List.of("staff-bikes-above-all-bikes"),
                faults(number("SUS-07", null, "150"), number("SUS-07", "staff", "151")));
    }

    @Test
    void theUnionOfTargetSpendLiesBetweenItsLargestClassAndTheirSum() {
        assertEquals(List.of(), targetSpend("10", "20", "5", "1", "25"));
        assertEquals(List.of("union-below-largest-class"), targetSpend("10", "20", "5", "1", "19.99"));
        assertEquals(List.of("union-above-sum-of-classes"), targetSpend("10", "20", "5", "1", "36.01"));
    }

    @Test
    void queriesWhatLooksOddUnlessItIsExplained() {
        var odd = ratio("SUS-06", null, "10", "20");
        assertTrue(check(odd).queries().stream()
                .anyMatch(query -> query.rule().equals("survey-too-small") && !query.explained()));
        var explained = new Submission.Value(
                "SUS-06", null, null, null, new BigDecimal(10), new BigDecimal(20), "a small site");
        assertTrue(check(explained).queries().stream()
                .anyMatch(query -> query.rule().equals("survey-too-small") && query.explained()));
    }

    @Test
    void queriesAPromisedIndicatorThatIsMissing() {
        assertTrue(check().queries().stream()
                .anyMatch(query ->
                        "SUS-01".equals(query.indicator()) && query.rule().equals("reporting-commitment-missing")));
        assertTrue(check(number("SUS-01", null, "12.5")).queries().stream()
                .noneMatch(query ->
                        "SUS-01".equals(query.indicator()) && query.rule().equals("reporting-commitment-missing")));
    }

    @Test
    void asksForEachGroupOfAPromisedIndicatorThatIsReportedByGroup() {
        var one = new Submission.Value("EMP-07", "veteran", null, null, BigDecimal.ONE, BigDecimal.TEN, null);
        var other = new Submission.Value("EMP-07", "disability", State.NOT_COLLECTED, null, null, null, "next year");
        assertEquals(
                List.of("The charter promises to report it (Workforce in target group): send care-leaver,"
                        + " or a state with an explanation."),
                asked("EMP-07", one, other));
        var last = new Submission.Value("EMP-07", "care-leaver", null, null, BigDecimal.ZERO, BigDecimal.TEN, null);
        assertEquals(List.of(), asked("EMP-07", one, other, last));
    }

    private static List<String> asked(String indicator, Submission.Value... values) {
        return check(values).queries().stream()
                .filter(query -> query.rule().equals("reporting-commitment-missing"))
                .filter(query -> indicator.equals(query.indicator()))
                .map(Findings.Query::mend)
                .toList();
    }

    @Test
    void whoeverWorksByNoFrameworkExplainsIt() {
        assertEquals(List.of(false), explained("framework-missing"));
        assertEquals(List.of(true), explained("framework-missing", state("LDP-04", State.NOT_APPLICABLE, null)));
        var silent = new Submission.Value("LDP-04", null, State.NOT_APPLICABLE, null, null, null, null);
        assertEquals(List.of(false), explained("framework-missing", silent));
        assertEquals(List.of(), explained("framework-missing", sent("LDP-04", null, new Scalar.Text("HSIYA"))));
    }

    @Test
    void whoeverReportsWithoutItsBoardsApprovalExplainsIt() {
        assertEquals(List.of(false), explained("board-approval-missing"));
        assertEquals(List.of(true), explained("board-approval-missing", state("LDP-02", State.NOT_APPLICABLE, null)));
        assertEquals(List.of(true), explained("board-approval-missing", truth("LDP-02", false)));
        assertEquals(List.of(false), explained("board-approval-missing", truth("LDP-02", true)));
    }

    @Test
    void whatWasCoProducedIsToldOrTheSilenceExplained() {
        assertEquals(List.of(false), explained("narrative-missing", number("LDP-08", null, "2")));
        var explained = new Submission.Value(
                "LDP-08", null, null, new Scalar.Number(BigDecimal.TWO), null, null, "told with next year's");
        assertEquals(List.of(true), explained("narrative-missing", explained));
    }

    private static Submission.Value truth(String indicator, boolean truth) {
        return new Submission.Value(indicator, null, null, new Scalar.Truth(truth), null, null, "it meets in May");
    }

    /** Whether each query by a rule is explained. */
    private static List<Boolean> explained(String rule, Submission.Value... values) {
        return check(values).queries().stream()
                .filter(query -> query.rule().equals(rule))
                .map(Findings.Query::explained)
                .toList();
    }

    @Test
    void refusesApprovalAfterSubmission() {
        var late = new Submission.BoardApproval("Chair", TODAY.plusDays(1), "M1");
        var report = new Submission("mseft", "2024-25", null, late, List.of(), null, null);
        assertEquals(
                List.of("approval-after-submission"),
                checker().check(report).faults().stream().map(Fault::rule).toList());
    }

    private static List<String> targetSpend(String vcse, String sme, String female, String creative, String union) {
        return faults(
                ratio("PRO-03", "vcse", vcse, "100"),
                ratio("PRO-03", "sme", sme, "100"),
                ratio("PRO-03", "female-owned", female, "100"),
                ratio("PRO-03", "creative-community", creative, "100"),
                ratio("PRO-03", "union", union, "100"));
    }

    private static List<String> faults(Submission.Value... values) {
        return check(values).faults().stream().map(Fault::rule).toList();
    }

    private static Findings check(Submission.Value... values) {
        return checker().check(new Submission("mseft", "2024-25", null, null, Arrays.asList(values), null, null));
    }

    private static ReportCheck checker() {
        var window =
                new ReportingWindow(new ReportingYear(2024), LocalDate.of(2025, 4, 1), LocalDate.of(2025, 9, 30), null);
        var promised = List.of("SUS-01", "SUS-02", "EMP-07");
        return new ReportCheck(catalogue, window, promised, LastYear.none(new ReportingYear(2023)), TODAY);
    }

    private static Submission.Value number(String indicator, @Nullable String group, String number) {
        return sent(indicator, group, new Scalar.Number(new BigDecimal(number)));
    }

    private static Submission.Value sent(String indicator, @Nullable String group, @Nullable Scalar value) {
        return new Submission.Value(indicator, group, null, value, null, null, null);
    }

    private static Submission.Value state(String indicator, State state, @Nullable String number) {
        var value = number == null ? null : new Scalar.Number(new BigDecimal(number));
        return new Submission.Value(indicator, null, state, value, null, null, "because");
    }

    private static Submission.Value ratio(
            String indicator, @Nullable String group, String numerator, String denominator) {
        return new Submission.Value(
                indicator, group, null, null, new BigDecimal(numerator), new BigDecimal(denominator), null);
    }
}
