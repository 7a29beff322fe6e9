package org.anchors.charter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** reporting.md, Submitting: queries that hold a value against last year's, and explanations that are carried. */
class ChangeCheckTest {

    private static final ReportingYear YEAR = new ReportingYear(2024);

    private static Catalogue catalogue;

    @BeforeAll
    static void readTheCatalogue() throws IOException {
        try (var stream = ChangeCheckTest.class.getResourceAsStream("/reference/indicators-2024.1-adding.json")) {
            catalogue = new ObjectMapper().readValue(stream, Catalogue.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // last year, this year, odd
        "1000, 1200, false",
        "1000, 1201, true",
        "1000, 800, false",
        "1000, 799, true",
        "0, 0, false",
        "0, 1, true"
    })
    void aNumberMayChangeWithinItsBand(String before, String now, boolean odd) {
        var queries = queries(number("EMP-01", null, now), said("EMP-01", null, before, null, null));
        assertEquals(odd, has(queries, "change-beyond-band"));
    }

    @ParameterizedTest
    @CsvSource({
        // 30 % last year; the band is 10 percentage points
        "400, 1000, false",
        "401, 1000, true",
        "200, 1000, false",
        "199, 1000, true",
        "0, 0, false"
    })
    void aShareMayChangeByPercentagePoints(String numerator, String denominator, boolean odd) {
        var queries = queries(ratio("EMP-03", numerator, denominator), said("EMP-03", null, null, "300", "1000"));
        assertEquals(odd, has(queries, "change-beyond-band"));
    }

    @ParameterizedTest
    @CsvSource({"2, 3, false", "2, 4, true", "4, 3, false", "4, 2, true"})
    void maturityMovesByOneLevelAYear(String before, String now, boolean odd) {
        var queries = queries(number("LDP-05", "employment", now), said("LDP-05", "employment", before, null, null));
        assertEquals(odd, has(queries, "jump-of-levels"));
        assertFalse(has(
                queries(number("LDP-05", "employment", now), said("LDP-05", "procurement", before, null, null)),
                "jump-of-levels"));
    }

    @Test
    void aBaselineStays() {
        assertFalse(has(
                queries(ratio("SUS-03", "80", "100"), said("SUS-03", null, null, "90", "100")), "baseline-changed"));
        assertTrue(has(
                queries(ratio("SUS-03", "80", "101"), said("SUS-03", null, null, "90", "100")), "baseline-changed"));
    }

    @Test
    void anExplanationOfThisYearExplainsAChangeAndOneOfLastYearDoesNot() {
        var before = new LastYear.Said(
                "EMP-01",
                null,
                State.GIVEN,
                new BigDecimal(1_000),
                null,
                null,
                Map.of(),
                "a merger",
                Set.of("change-beyond-band"));
        var silent = queries(number("EMP-01", null, "2000"), before);
        assertTrue(silent.stream()
                .anyMatch(query -> query.rule().equals("change-beyond-band")
                        && query.isOpen()
                        && "a merger".equals(query.lastExplanation())));
        var explained = new Submission.Value(
                "EMP-01", null, null, new Scalar.Number(new BigDecimal(2_000)), null, null, "another merger");
        assertTrue(queries(explained, before).stream()
                .anyMatch(query -> query.rule().equals("change-beyond-band") && query.explained()));
    }

    @Test
    void aStandingOddityExplainedLastYearIsExplainedOnce() {
        var explained = new LastYear.Said(
                "SUS-06",
                null,
                State.GIVEN,
                null,
                new BigDecimal(10),
                new BigDecimal(20),
                Map.of(),
                "a small site",
                Set.of("survey-too-small"));
        var carried = queries(ratio("SUS-06", "9", "18"), explained).stream()
                .filter(query -> query.rule().equals("survey-too-small"))
                .findFirst()
                .orElseThrow();
        assertEquals("a small site", carried.explanation());
        assertEquals(YEAR.previous(), carried.carriedFrom());
        var carriedAlready = new LastYear.Said(
                "SUS-06", null, State.GIVEN, null, new BigDecimal(10), new BigDecimal(20), Map.of(), null, Set.of());
        assertTrue(queries(ratio("SUS-06", "9", "18"), carriedAlready).stream()
                .anyMatch(query -> query.rule().equals("survey-too-small") && query.isOpen()));
    }

    private static boolean has(List<Findings.Query> queries, String rule) {
        return queries.stream().anyMatch(query -> query.rule().equals(rule));
    }

    private static List<Findings.Query> queries(Submission.Value now, LastYear.Said before) {
        var window = new ReportingWindow(YEAR, LocalDate.of(2025, 4, 1), LocalDate.of(2025, 9, 30), null);
        var lastYear = new LastYear(YEAR.previous(), catalogue, List.of(before));
        return new ReportCheck(catalogue, window, List.of(), lastYear, LocalDate.of(2025, 7, 1))
                .check(new Submission("mseft", "2024-25", null, null, List.of(now), null, null))
                .queries();
    }

    private static Submission.Value number(String indicator, @Nullable String group, String number) {
        return new Submission.Value(
                indicator, group, null, new Scalar.Number(new BigDecimal(number)), null, null, null);
    }

    private static Submission.Value ratio(String indicator, String numerator, String denominator) {
        return new Submission.Value(
                indicator, null, null, null, new BigDecimal(numerator), new BigDecimal(denominator), null);
    }

    private static LastYear.Said said(
            String indicator,
            @Nullable String group,
            @Nullable String value,
            @Nullable String numerator,
            @Nullable String denominator) {
        return new LastYear.Said(
                indicator,
                group,
                State.GIVEN,
                decimal(value),
                decimal(numerator),
                decimal(denominator),
                Map.of(),
                null,
                Set.of());
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
