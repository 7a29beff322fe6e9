package org.anchors.kit.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** reporting.md, Small numbers. */
class PolicyTest {

    @ParameterizedTest
    @CsvSource({
        "179, 180",
        "21, 20",
        "26, 25",
        "33, 35",
        "107, 105",
        "7, *",
        "8, 10",
        "0, 0",
        "1, *",
        "12, 10",
        "13, 15",
        "1000000, 1000000"
    })
    void hesShowsCountsSo(long exact, String shown) {
        assertEquals(shown, Policy.HES.of(exact).toString());
    }

    @ParameterizedTest
    @CsvSource({"0, *", "9, *", "10, 10", "12, 10", "13, 15", "107, 105"})
    void onsShowsCountsSo(long exact, String shown) {
        assertEquals(shown, Policy.ONS_10_5.of(exact).toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 107})
    void noneShowsCountsAsTheyAre(long exact) {
        assertEquals(Long.toString(exact), Policy.NONE.of(exact).toString());
    }

    @ParameterizedTest
    @CsvSource({"12, 107, 10", "8, 16, 10", "7, 107, *", "0, 107, *", "8, 8, *", "8, 15, *", "0, 0, *", "9, 8, *"})
    void showsAGroupWhereNeitherItNorTheOthersAreFew(long group, long everybody, String shown) {
        assertEquals(shown, Policy.HES.ofGroup(group, everybody).toString());
        assertEquals(Long.toString(group), Policy.NONE.ofGroup(group, everybody).toString());
    }

    @Test
    void addsUpBeforeItRounds() {
        // Rounded first: 10 + 10 + 10, and three suppressed ones would be nothing.
        assertEquals("25", Policy.HES.ofTotal(8, 8, 8).toString());
        assertEquals("10", Policy.HES.ofTotal(4, 4, 4).toString());
    }

    @Test
    void takesPercentagesFromTheRoundedParts() {
        // 33 of 107 are 30.84 %, 35 of 105 are 33.33 %.
        assertEquals(Optional.of(new BigDecimal("33.33")), Policy.HES.percentage(33, 107, 2));
        assertEquals(Optional.of(new BigDecimal("30.84")), Policy.NONE.percentage(33, 107, 2));
    }

    @Test
    void givesNoPercentageWhereAPartIsSuppressedOrTheWholeIsNothing() {
        assertEquals(Optional.empty(), Policy.HES.percentage(7, 107, 2));
        assertEquals(Optional.empty(), Policy.HES.percentage(0, 7, 2));
        assertEquals(Optional.empty(), Policy.HES.percentage(0, 0, 2));
        assertEquals(Optional.of(new BigDecimal("0.00")), Policy.HES.percentage(0, 107, 2));
    }

    /** What the guard takes an attacker to know of one figure is exactly what the figure says. */
    @ParameterizedTest
    @ValueSource(strings = {"HES", "ONS_10_5", "NONE"})
    void theCountsBehindAFigureAreThoseThatLookLikeIt(String name) {
        var policy = Policy.named(name).orElseThrow();
        LongStream.range(0, 60).forEach(exact -> {
            var shown = policy.of(exact);
            var alike = LongStream.range(0, 80)
                    .filter(other -> policy.of(other).equals(shown))
                    .summaryStatistics();
            assertEquals(new Interval(alike.getMin(), alike.getMax()), policy.behind(shown), () -> name + " " + exact);
        });
    }

    @Test
    void isNamedAndVersioned() {
        assertEquals(Optional.of(Policy.HES), Policy.named("HES"));
        assertEquals(Optional.of(Policy.HES), Policy.of("HES", 1));
        assertEquals(Optional.empty(), Policy.of("HES", 2));
        assertEquals(Optional.empty(), Policy.named("hes"));
    }

    @Test
    void takesNoNegativeCount() {
        assertThrows(IllegalArgumentException.class, () -> Policy.HES.of(-1));
    }
}
