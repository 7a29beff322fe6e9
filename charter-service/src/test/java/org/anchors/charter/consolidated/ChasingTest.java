package org.anchors.charter.consolidated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.anchors.charter.consolidated.Contributions.Given;
import org.anchors.charter.consolidated.Total.Name;
import org.anchors.charter.indicator.Aggregation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChasingTest {

    private static final LocalDate DUE = LocalDate.parse("2025-12-31");

    @ParameterizedTest
    @CsvSource({"2025-12-30, 0, 1", "2025-12-31, 0, 0", "2026-01-01, 1, 0", "2026-01-31, 31, 0"})
    void theDayOnWhichItIsDueIsStillOnTime(LocalDate today, long overdue, long left) {
        var owing = new Chasing(DUE, today, PoolingTest.CATALOGUE, Map.of())
                .owing(Standing.none("org-a", false), List.of());
        assertEquals(overdue, owing.daysOverdue());
        assertEquals(left, owing.daysLeft());
    }

    @Test
    void saysHowMuchOfLastYearsFiguresTheOrganisationMadeUp() {
        var sum = new Name("EMP-08", "");
        var ratio = new Name("EMP-03", "");
        var owing = new Chasing(
                        DUE,
                        DUE,
                        PoolingTest.CATALOGUE,
                        Map.of(sum, total(sum, 2, 80, 0), ratio, total(ratio, 2, 500, 1_000)))
                .owing(
                        Standing.none("org-a", true),
                        List.of(
                                new Given(sum, Aggregation.SUM, num(20), num(20), num(0)),
                                new Given(ratio, Aggregation.RATIO_OF_SUMS, num(200), num(200), num(800))));
        assertTrue(owing.drafted());
        assertEquals(
                List.of(
                        new Chasing.Share(
                                "EMP-03",
                                num(200),
                                new BigDecimal("50.00"),
                                new BigDecimal("0.8000"),
                                new BigDecimal("150.00")),
                        new Chasing.Share("EMP-08", num(20), num(80), new BigDecimal("0.2500"), num(60))),
                owing.wouldChange());
    }

    private static Total total(Name name, long organisations, long numerator, long denominator) {
        return new Total(
                2023,
                name.indicator(),
                name.group(),
                organisations,
                num(0),
                num(numerator),
                num(denominator),
                0,
                num(0),
                num(0),
                num(0),
                num(0));
    }

    private static BigDecimal num(long number) {
        return BigDecimal.valueOf(number);
    }
}
