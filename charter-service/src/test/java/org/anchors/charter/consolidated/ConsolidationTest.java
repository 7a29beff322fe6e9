package org.anchors.charter.consolidated;

import static org.anchors.charter.consolidated.PoolingTest.CATALOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.anchors.charter.consolidated.ConsolidatedFigure.Range;
import org.anchors.charter.consolidated.Total.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** reporting.md, Consolidating, over sums as the projection holds them. */
class ConsolidationTest {

    private static final int YEAR = 2024;

    @Test
    void aRatioIsTheRatioOfSumsAndNotAMeanOfPercentages() {
        // 400 of 1,000, 200 of 800 and 50 of 100: the mean of 40 %, 25 % and 50 % would be 38.33.
        var figure = figure(Sums.of(List.of(total("EMP-03", "", 3, 650, 1_900))), "EMP-03");
        assertEquals(new BigDecimal("34.21"), figure.value());
    }

    @Test
    void aWeightedMeanHasTheWeightsBelow() {
        // 50 % of 1,000 and 10 % of 3,000: 20 %, where the mean of both would be 30 %.
        var figure = figure(Sums.of(List.of(total("SUS-06", "", 2, 500 + 300, 4_000))), "SUS-06");
        assertEquals(new BigDecimal("20.00"), figure.value());
    }

    @Test
    void countsWhoSaidYesOutOfThoseExpected() {
        var figure = figure(Sums.of(List.of(total("LDP-01", "", 14, 11, 14))), "LDP-01");
        assertEquals(new BigDecimal("11"), figure.value());
        assertEquals(new BigDecimal("22"), figure.denominator());
        assertEquals("organisations", figure.unit());
    }

    @ParameterizedTest
    @CsvSource({
        // counted, named by the reports, different names, largest; low, high
        "7, 7, 5, 4,  5, 5",
        "12, 0, 0, 8,  8, 12",
        "12, 5, 4, 8,  8, 11",
        "3, 3, 3, 3,  3, 3"
    })
    void differentThingsAreCountedOnceAndOtherwiseGivenAsARange(
            long counted, long named, long different, long largest, long low, long high) {
        var name = new Name("PRO-07", "");
        var figure = figure(
                new Sums(
                        List.of(total("PRO-07", "", 2, counted, named)),
                        List.of(),
                        List.of(new Distincts.Distinct(name, different, BigDecimal.valueOf(largest))),
                        Map.of()),
                "PRO-07");
        if (low == high) {
            assertEquals(BigDecimal.valueOf(low), figure.value());
            assertNull(figure.range());
        } else {
            assertNull(figure.value());
            assertEquals(new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(high)), figure.range());
            assertEquals(Consolidation.MAY_COUNT_TWICE, figure.caveat());
        }
    }

    @ParameterizedTest
    @CsvSource({"1;2;2;4, 2, 2", "1;3, 1, 3", "1;2;3;4, 2, 3", "4, 4, 4", "1;1;1;4;4, 1, 1"})
    void levelsHaveAMedianAndADistributionAndNoMean(String levels, long low, long high) {
        var name = new Name("LDP-05", "employment");
        var given = levels.split(";");
        var tallies = IntStream.rangeClosed(1, 4)
                .mapToObj(Integer::toString)
                .map(level -> new Tallies.Tally(
                        name, level, Arrays.stream(given).filter(level::equals).count()))
                .filter(tally -> tally.organisations() > 0)
                .toList();
        var figure = figure(
                new Sums(
                        List.of(total("LDP-05", "employment", given.length, 9, given.length)),
                        tallies,
                        List.of(),
                        Map.of()),
                "LDP-05.employment");
        assertEquals(new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(high)), figure.median());
        assertEquals(low == high ? BigDecimal.valueOf(low) : null, figure.value());
        assertNotNull(figure.distribution());
    }

    @Test
    void joinersAndLeaversStandApartFromTheChange() {
        var now = new Total(YEAR, "EMP-08", "", 3, num(0), num(60), num(0), 2, num(50), num(0), num(40), num(0));
        var before = total(YEAR - 1, "EMP-08", "", 4, 75, 0);
        var change = Objects.requireNonNull(
                figure(Sums.of(List.of(now, before)), "EMP-08").change());
        assertEquals(num(10), change.likeForLike());
        assertEquals(new ConsolidatedFigure.Apart(1, num(10)), change.joiners());
        assertEquals(new ConsolidatedFigure.Apart(2, num(35)), change.leavers());
        assertEquals(num(75), change.previous());
    }

    private static ConsolidatedFigure figure(Sums sums, String id) {
        return new Consolidation(sums, YEAR, 22, path -> path)
                .figures(CATALOGUE, null).stream()
                        .filter(figure -> figure.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private static Total total(String indicator, String group, long organisations, long numerator, long denominator) {
        return total(YEAR, indicator, group, organisations, numerator, denominator);
    }

    private static Total total(
            int year, String indicator, String group, long organisations, long numerator, long denominator) {
        return new Total(
                year,
                indicator,
                group,
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
