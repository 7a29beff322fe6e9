package org.anchors.charter.consolidated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.contracts.event.AnnualReportSubmitted.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** reporting.md, Consolidating: what a value contributes, by its indicator's aggregation. */
class PoolingTest {

    static final Catalogue CATALOGUE = catalogue();

    @Test
    void aSurveyWeighsByTheWorkforceOfTheSameReport() {
        var rows = rows(number("EMP-01", 900), ratio("SUS-06", 30, 90));
        assertEquals(new BigDecimal("300.0000000000"), row(rows, "SUS-06", "").top());
        assertEquals(new BigDecimal("900"), row(rows, "SUS-06", "").bottom());
    }

    @Test
    void aSurveyOfFewerThan30OrWithoutAWorkforceIsKeptAndNotPooled() {
        assertNull(row(rows(number("EMP-01", 900), ratio("SUS-06", 20, 29)), "SUS-06", "")
                .top());
        assertNotNull(row(rows(number("EMP-01", 900), ratio("SUS-06", 20, 30)), "SUS-06", "")
                .top());
        assertNull(row(rows(ratio("SUS-06", 20, 30)), "SUS-06", "").top());
    }

    @Test
    void offersAreSummedAndTheirConversionOnlyWhereBothPartsWereGiven() {
        var both = rows(ratio("EMP-11", 40, 107));
        assertEquals(new BigDecimal("40"), row(both, "EMP-11", "").top());
        assertEquals(new BigDecimal("107"), row(both, "EMP-11", "conversion").bottom());
        var one = rows(new Value("EMP-11", null, State.GIVEN, null, new BigDecimal("21"), null, null));
        assertTrue(one.stream().noneMatch(row -> row.grp().equals("conversion")));
        assertEquals(new BigDecimal("21"), row(one, "EMP-11", "").top());
    }

    @Test
    void aRatioWithOnePartMissingContributesNothing() {
        var rows = rows(new Value("SUS-03", null, State.GIVEN, null, new BigDecimal("12"), null, null));
        assertTrue(rows.stream().noneMatch(row -> row.indicator().equals("SUS-03")));
    }

    @Test
    void anOrganisationNamedTwiceInOneReportIsOne() {
        var rows = rows(new Value(
                "PRO-07",
                null,
                State.GIVEN,
                new BigDecimal("5"),
                null,
                null,
                null,
                List.of("GB-COH-00000002", "GB-COH-00000001", "GB-COH-00000002")));
        assertEquals(
                List.of("GB-COH-00000001", "GB-COH-00000002"),
                row(rows, "PRO-07", "").identifiers());
        assertEquals(new BigDecimal("2"), row(rows, "PRO-07", "").bottom());
    }

    @Test
    void theFrameworkOfTheReportIsTheAnswerWhereNoValueGivesOne() {
        assertEquals("HSIYA", row(rows(), "LDP-04", "").answer());
        var said = rows(new Value("LDP-04", null, State.GIVEN, null, null, null, "CIVIC"));
        assertEquals("CIVIC", row(said, "LDP-04", "").answer());
    }

    @Test
    void whetherItWasOnTimeIsNotTakenFromWhatItSays() {
        assertEquals(
                BigDecimal.ZERO, row(rows(number("LDP-02", 1)), "LDP-02", "").top());
    }

    @Test
    void whatMattersForAddingIsPooledBesideTheFigure() {
        var delivered = rows(with(ratio("PRO-06", 300, 400), Map.of("method", "ECC")));
        assertEquals(
                new BigDecimal("400"), row(delivered, "PRO-06", "method=ECC").bottom());
        assertEquals(
                new BigDecimal("300"),
                row(rows(ratio("PRO-06", 300, 400)), "PRO-06", "method=NOT_SAID")
                        .top());
        var spend = rows(with(number("PRO-01", 900), Map.of("interSignatory", "100.50")));
        assertEquals(
                new BigDecimal("100.50"), row(spend, "PRO-01", "interSignatory").top());
        var led = rows(with(number("PRO-05", 900), Map.of("contracts", "C-2; C-1")));
        assertEquals(List.of("C-1", "C-2"), row(led, "PRO-05", "contracts").identifiers());
        var remote = rows(with(number("SUS-02", 900), Map.of("categories", "10;9;1")));
        assertEquals(
                new BigDecimal("900"),
                row(remote, "SUS-02", "categories=1;9;10").top());
    }

    private static Value with(Value value, Map<String, String> attributes) {
        return new Value(
                value.indicator(),
                value.group(),
                value.state(),
                value.value(),
                value.numerator(),
                value.denominator(),
                value.text(),
                null,
                attributes,
                null);
    }

    private static Pooling.Row row(List<Pooling.Row> rows, String indicator, String group) {
        var found = rows.stream()
                .filter(row -> row.indicator().equals(indicator) && row.grp().equals(group))
                .toList();
        assertEquals(1, found.size(), indicator);
        return found.getFirst();
    }

    private static List<Pooling.Row> rows(Value... values) {
        return new Pooling(CATALOGUE, report("HSIYA", values)).rows();
    }

    private static AnnualReportSubmitted report(@Nullable String framework, Value... values) {
        return new AnnualReportSubmitted(
                "org-a-2024-25",
                "org-a",
                "2024-25",
                1,
                Instant.parse("2025-06-26T09:15:00Z"),
                LocalDate.parse("2025-12-31"),
                "2024.1",
                List.of(values),
                framework,
                null,
                null);
    }

    private static Value number(String indicator, long number) {
        return new Value(indicator, null, State.GIVEN, BigDecimal.valueOf(number), null, null, null);
    }

    private static Value ratio(String indicator, long numerator, long denominator) {
        return new Value(
                indicator,
                null,
                State.GIVEN,
                null,
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator),
                null);
    }

    private static Catalogue catalogue() {
        try (var file = PoolingTest.class.getResourceAsStream("/reference/indicators-2024.1-adding.json")) {
            return new ObjectMapper().readValue(file, Catalogue.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
