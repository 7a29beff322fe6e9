package org.anchors.charter.consolidated;

import static org.anchors.charter.consolidated.PoolingTest.CATALOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import org.anchors.kit.disclosure.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** reporting.md, Small numbers, on the figures of the consolidated report. */
class DisclosedTest {

    private static final int YEAR = 2024;

    @ParameterizedTest
    @CsvSource({
        "HES, 179, 180",
        "HES, 21, 20",
        "HES, 26, 25",
        "HES, 33, 35",
        "HES, 107, 105",
        "HES, 7,",
        "HES, 1,",
        "HES, 8, 10",
        "HES, 0, 0",
        "ONS_10_5, 9,",
        "ONS_10_5, 0,",
        "ONS_10_5, 10, 10",
        "ONS_10_5, 13, 15",
        "NONE, 7, 7"
    })
    void aSumOfPeopleIsRoundedOrKeptBackAndAConversionsPartsAreToo(String policy, long exact, BigDecimal shown) {
        var sum = seen(policy, List.of(total(YEAR, "EMP-11", "", 2, exact, 0)), "EMP-11");
        assertEquals(shown, sum.value());
        assertEquals(shown == null ? List.of("value") : null, sum.suppressed());
        var conversion =
                seen(policy, List.of(total(YEAR, "EMP-11", Pooling.CONVERSION, 2, exact, 500)), "EMP-11.conversion");
        assertEquals(shown, conversion.numerator());
        assertEquals(BigDecimal.valueOf(500), conversion.denominator());
        assertEquals(shown == null ? List.of("numerator", "value") : null, conversion.suppressed());
    }

    @Test
    void aPercentageIsOfTheRoundedParts() {
        var figure = seen("HES", List.of(total(YEAR, "EMP-03", "", 2, 33, 107)), "EMP-03");
        assertEquals(BigDecimal.valueOf(35), figure.numerator());
        assertEquals(BigDecimal.valueOf(105), figure.denominator());
        assertEquals(new BigDecimal("33.33"), figure.value());
        assertNull(figure.suppressed());
    }

    @Test
    void thereIsNoPercentageWhereAPartIsKeptBack() {
        var figure = seen("HES", List.of(total(YEAR, "EMP-03", "", 2, 7, 107)), "EMP-03");
        assertNull(figure.numerator());
        assertEquals(BigDecimal.valueOf(105), figure.denominator());
        assertNull(figure.value());
        assertEquals(List.of("numerator", "value"), figure.suppressed());
    }

    /** Were there one only while nothing is kept back, its absence would tell of what is withheld later. */
    @ParameterizedTest
    @ValueSource(longs = {0, 7, 33})
    void theShareOfTheWorkforceIsNotOfCountsOfPeople(long exact) {
        var totals = List.of(total(YEAR, "EMP-03", "", 2, exact, 107), total(YEAR, "PRO-08", "", 2, 3, 0), workforce());
        assertNull(seen("HES", totals, "EMP-03").coverage().headcountShare());
        assertNotNull(seen("HES", totals, "PRO-08").coverage().headcountShare());
        assertNotNull(seen("NONE", totals, "EMP-03").coverage().headcountShare());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9})
    void zeroOfZeroLooksLikeAnySmallPartOfASmallWhole(long whole) {
        var figure = seen("ONS_10_5", bothYears(whole, whole, whole), "EMP-14");
        assertEquals(List.of("change", "denominator", "numerator", "value"), figure.suppressed());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9})
    void joinersAndLeaversOfZeroLookLikeAnySmallOnes(long apart) {
        var figure = seen("ONS_10_5", bothYears(50 + apart, 50, 50 + apart), "EMP-14");
        assertEquals(List.of("change.joiners.value", "change.leavers.value"), figure.suppressed());
    }

    @Test
    void totalsAreAddedUpFirstAndRoundedAfter() {
        // 28 of those of both years and 6 who joined: 34 becomes 35, not 30 + *.
        var figure = seen("HES", withBefore(34, 28, 22, 50), "LAB-04");
        assertEquals(BigDecimal.valueOf(35), figure.value());
    }

    @Test
    void aChangeIsOfTheRoundedPartsAndSmallJoinersAndLeaversAreKeptBack() {
        // 28 of those of both years and 22 of the same before: 30 - 20, where the exact difference is 6. Joined: 6,
        // left: 28.
        var figure = seen("HES", withBefore(34, 28, 22, 50), "LAB-04");
        var change = figure.change();
        assertNotNull(change);
        assertEquals(BigDecimal.valueOf(10), change.likeForLike());
        assertEquals(BigDecimal.valueOf(50), change.previous());
        assertEquals(new ConsolidatedFigure.Apart(1, null), change.joiners());
        assertEquals(new ConsolidatedFigure.Apart(1, BigDecimal.valueOf(30)), change.leavers());
        assertEquals(List.of("change.joiners.value"), figure.suppressed());
    }

    @Test
    void thereIsNoChangeFromAFigureThatIsKeptBack() {
        var figure = seen("HES", withBefore(34, 28, 6, 50), "LAB-04");
        assertEquals(BigDecimal.valueOf(35), figure.value());
        assertNull(figure.change());
        assertEquals(List.of("change"), figure.suppressed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HES", "ONS_10_5"})
    void whatCountsNoPeopleStandsAsItIsWithoutTheWayToTheReportsBehindIt(String policy) {
        var figure = seen(policy, List.of(total(YEAR, "PRO-08", "", 2, 3, 0)), "PRO-08");
        assertEquals(BigDecimal.valueOf(3), figure.value());
        assertNull(figure.suppressed());
        assertNull(figure.provenance());
        assertNotNull(seen("NONE", List.of(total(YEAR, "PRO-08", "", 2, 3, 0)), "PRO-08")
                .provenance());
    }

    private static ConsolidatedFigure seen(String policy, List<Total> totals, String id) {
        return new Disclosed(Sums.of(totals), YEAR, 22, path -> path)
                .figures(Policy.named(policy).orElseThrow(), CATALOGUE, null).stream()
                        .filter(figure -> figure.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    /** Over this denominator, some of it of both years, and what all had the year before; numerators are 20 at most. */
    private static List<Total> bothYears(long all, long paired, long before) {
        var zero = BigDecimal.ZERO;
        var upper = BigDecimal.valueOf(Math.min(20, paired));
        return List.of(
                new Total(
                        YEAR,
                        "EMP-14",
                        "",
                        2,
                        zero,
                        upper,
                        BigDecimal.valueOf(all),
                        1,
                        upper,
                        BigDecimal.valueOf(paired),
                        upper,
                        BigDecimal.valueOf(paired)),
                total(YEAR - 1, "EMP-14", "", 2, upper.longValueExact(), before));
    }

    private static Total workforce() {
        return total(YEAR, Pooling.HEADCOUNT, "", 2, 1_000, 0);
    }

    /** A sum, what of it is of those of both years, what those said before, and what all said before. */
    private static List<Total> withBefore(long all, long paired, long pairedBefore, long before) {
        var zero = BigDecimal.ZERO;
        return List.of(
                new Total(
                        YEAR,
                        "LAB-04",
                        "",
                        2,
                        zero,
                        BigDecimal.valueOf(all),
                        zero,
                        1,
                        BigDecimal.valueOf(paired),
                        zero,
                        BigDecimal.valueOf(pairedBefore),
                        zero),
                total(YEAR - 1, "LAB-04", "", 2, before, 0));
    }

    private static Total total(
            int year, String indicator, String group, long organisations, long numerator, long denominator) {
        var zero = BigDecimal.ZERO;
        return new Total(
                year,
                indicator,
                group,
                organisations,
                BigDecimal.TEN,
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator),
                0,
                zero,
                zero,
                zero,
                zero);
    }
}
