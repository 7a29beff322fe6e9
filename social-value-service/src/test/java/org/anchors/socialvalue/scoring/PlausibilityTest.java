package org.anchors.socialvalue.scoring;

import static org.anchors.socialvalue.scoring.Given.bid;
import static org.anchors.socialvalue.scoring.Given.commitment;
import static org.anchors.socialvalue.scoring.Given.quality;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** scoring.md, "The result": what is implausible is flagged for clarification, never rejected. */
class PlausibilityTest {

    private static final Map<String, Measure> CATALOGUE = Arrays.stream(Labour.values())
            .map(labour -> new Measure(labour.name(), null, Set.of(), null, false, labour))
            .collect(Collectors.toMap(Measure::code, Function.identity()));

    @ParameterizedTest
    @CsvSource({
        "FULL_TIME_YEARS, 10, false",
        "FULL_TIME_YEARS, 10.01, true",
        "HOURS, 19500, false",
        "HOURS, 19501, true",
        "DAYS, 2600, false",
        "DAYS, 2601, true",
        "WEEKS, 520, false",
        "WEEKS, 520.5, true",
        "PEOPLE, 1000, false",
        "NONE, 1000000, false"
    })
    void aBidderOfTenDoesTheWorkOfTen(String measure, String quantity, boolean flagged) {
        assertEquals(
                flagged ? List.of("COMMITMENTS_EXCEED_WORKFORCE") : List.of(),
                concerns("10", null, commitment(measure, quantity, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "PEOPLE, 500, false",
        "PEOPLE, 501, true",
        "FULL_TIME_YEARS, 501, true",
        "HOURS, 1000000, false",
        "NONE, 1000000, false"
    })
    void aPlaceOfFiveHundredHasFiveHundredPeople(String measure, String quantity, boolean flagged) {
        assertEquals(
                flagged ? List.of("COMMITMENTS_EXCEED_PLACE") : List.of(),
                concerns(null, "500", commitment(measure, quantity, 2)));
    }

    @Test
    void commitmentsOfOneYearAreAddedUpAndThoseOfTwoYearsAreNot() {
        var six = commitment("FULL_TIME_YEARS", "6", 1);
        assertEquals(List.of(), concerns("10", null, six, commitment("FULL_TIME_YEARS", "6", 2)));
        assertEquals(
                List.of("COMMITMENTS_EXCEED_WORKFORCE"), concerns("10", null, six, commitment("HOURS", "7801", 1)));
    }

    @Test
    void theFlagNamesTheYearWithTheMostAndTheFigures() {
        var flags = evaluated("10", null, commitment("HOURS", "39000", 2), commitment("FULL_TIME_YEARS", "11", 1))
                .flags();
        assertEquals(
                "Commitments for year 2 take 20 people full time; the bidder employs 10.",
                flags.getFirst().detail());
    }

    @Test
    void nothingIsFlaggedWhereNothingIsSaid() {
        assertEquals(List.of(), concerns(null, null, commitment("FULL_TIME_YEARS", "1000000", 1)));
    }

    @Test
    void whatIsFlaggedStillWins() {
        assertEquals(
                "A", evaluated("1", "1", commitment("FULL_TIME_YEARS", "9", 1)).winner());
    }

    private static List<String> concerns(
            @Nullable String workforce, @Nullable String workingAge, Commitment... commitments) {
        return evaluated(workforce, workingAge, commitments).flags().stream()
                .map(flag -> flag.concern().name())
                .toList();
    }

    private static Evaluation evaluated(
            @Nullable String workforce, @Nullable String workingAge, Commitment... commitments) {
        var plain = Given.usual().methodology(quality("q", "100"));
        var methodology = new Methodology(
                plain.outOf(),
                plain.criteria(),
                plain.gates(),
                plain.scale(),
                plain.rounding(),
                plain.tieBreaks(),
                new Methodology.Terms(Given.CONTRACT_VALUE, Valuation.GROSS, number(workingAge)));
        var sent = bid("A", "1", "q", "50");
        return Scoring.evaluate(
                methodology,
                CATALOGUE,
                List.of(new Bid(
                        "A",
                        null,
                        sent.price(),
                        null,
                        Map.of(),
                        Map.of(),
                        sent.marks(),
                        List.of(commitments),
                        number(workforce))));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
