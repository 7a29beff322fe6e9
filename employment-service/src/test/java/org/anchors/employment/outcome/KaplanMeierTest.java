package org.anchors.employment.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anchors.employment.outcome.KaplanMeier.Day;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    /**
     * Weeks of remission of the 21 patients who were given 6-mercaptopurine: E. J. Freireich and others, Blood 21 (1963), as used
     * by E. A. Gehan, Biometrika 52 (1965), and in the table of D. R. Cox and D. Oakes, Analysis of Survival Data (1984).
     */
    private static final SortedMap<Integer, Day> FREIREICH = new TreeMap<>();

    static {
        relapsed(6, 6, 6, 7, 10, 13, 16, 22, 23);
        censored(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35);
    }

    @Test
    void agreesWithTheTableOfFreireichsRemissions() {
        assertEquals(
                List.of(
                        "6 21 3 0.857 0.0764",
                        "7 17 1 0.807 0.0869",
                        "10 15 1 0.753 0.0963",
                        "13 12 1 0.690 0.1068",
                        "16 11 1 0.627 0.1141",
                        "22 7 1 0.538 0.1282",
                        "23 6 1 0.448 0.1346"),
                KaplanMeier.of(FREIREICH).steps().stream()
                        .map(KaplanMeierTest::printed)
                        .toList());
    }

    @Test
    void isReadJustBeforeADay() {
        var curve = KaplanMeier.of(FREIREICH);
        assertEquals(BigDecimal.ONE, curve.lasting(6).orElseThrow().share());
        assertEquals("21 3 17 0.857 0.0764", printed(curve.lasting(7).orElseThrow()));
        assertEquals("21 9 1 0.448 0.1346", printed(curve.lasting(35).orElseThrow()));
    }

    /** The last of them was in sight for 35 weeks. */
    @Test
    void saysNothingOfATimeForWhichNobodyWasInSight() {
        assertEquals(Optional.empty(), KaplanMeier.of(FREIREICH).lasting(36));
        assertEquals(Optional.empty(), KaplanMeier.of(new TreeMap<>()).lasting(91));
    }

    @Test
    void saysThatNobodyStaysOnceEverybodyHasLeft() {
        var days = new TreeMap<>(Map.of(5, new Day(2, 0)));
        assertEquals(
                "2 2 0 0.000 0.0000", printed(KaplanMeier.of(days).lasting(91).orElseThrow()));
    }

    @Test
    void fallsToNothingWhenTheLastOneLeaves() {
        var days = new TreeMap<Integer, Day>();
        days.put(5, new Day(1, 0));
        days.put(9, new Day(1, 0));
        assertEquals(
                List.of("5 2 1 0.500 0.3536", "9 1 1 0.000 0.0000"),
                KaplanMeier.of(days).steps().stream()
                        .map(KaplanMeierTest::printed)
                        .toList());
    }

    @Test
    void countsNobodyWhoWasLostSightOfAsHavingLeft() {
        var began = new TreeMap<>(Map.of(0, new Day(0, 40)));
        assertEquals(Optional.empty(), KaplanMeier.of(began).lasting(91));
        var oneStays = new TreeMap<>(Map.of(0, new Day(0, 39), 91, new Day(0, 1)));
        assertEquals(
                "40 0 1 1.000 0.0000",
                printed(KaplanMeier.of(oneStays).lasting(91).orElseThrow()));
    }

    private static String printed(KaplanMeier.Lasting lasting) {
        return "%d %d %d %s %s"
                .formatted(
                        lasting.people(),
                        lasting.left(),
                        lasting.atRisk(),
                        lasting.share().setScale(3, RoundingMode.HALF_UP).toPlainString(),
                        lasting.error().setScale(4, RoundingMode.HALF_UP).toPlainString());
    }

    private static String printed(KaplanMeier.Step step) {
        return "%d %d %d %s %s"
                .formatted(
                        step.day(),
                        step.atRisk(),
                        step.left(),
                        step.share().setScale(3, RoundingMode.HALF_UP).toPlainString(),
                        step.error().setScale(4, RoundingMode.HALF_UP).toPlainString());
    }

    private static void relapsed(int... weeks) {
        for (var week : weeks) {
            FREIREICH.merge(week, new Day(1, 0), Day::and);
        }
    }

    private static void censored(int... weeks) {
        for (var week : weeks) {
            FREIREICH.merge(week, new Day(0, 1), Day::and);
        }
    }
}
