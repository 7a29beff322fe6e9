package org.anchors.charter.consolidated;

import static org.anchors.charter.consolidated.PoolingTest.CATALOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.anchors.charter.consolidated.ConsolidatedFigure.Range;
import org.anchors.charter.consolidated.Total.Name;
import org.anchors.charter.indicator.Catalogue;
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
            assertEquals(Caveats.MAY_COUNT_TWICE, figure.caveat());
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

    @Test
    void joinersAndLeaversAreToldWhenTheyAreEverybody() {
        var change = Objects.requireNonNull(figure(
                        Sums.of(List.of(total("LAB-03", "", 1, 400, 0), total(YEAR - 1, "LAB-03", "", 1, 1_000, 0))),
                        "LAB-03")
                .change());
        assertNull(change.likeForLike());
        assertEquals(num(1_000), change.previous());
        assertEquals(new ConsolidatedFigure.Apart(1, num(400)), change.joiners());
        assertEquals(new ConsolidatedFigure.Apart(1, num(1_000)), change.leavers());
    }

    @Test
    void aFigureThatNobodyGivesAnyMoreSaysWhoLeft() {
        var figure = figure(Sums.of(List.of(total(YEAR - 1, "SUS-08", "", 5, 50, 0))), "SUS-08");
        assertNull(figure.value());
        assertEquals(0, figure.coverage().organisations());
        var change = Objects.requireNonNull(figure.change());
        assertEquals(new ConsolidatedFigure.Apart(0, null), change.joiners());
        assertEquals(new ConsolidatedFigure.Apart(5, num(50)), change.leavers());
    }

    @Test
    void deliveryByDifferentMethodsIsToldForEachAndNotAddedUp() {
        var sums = Sums.of(List.of(
                total("PRO-06", "", 2, 1_200, 1_400),
                total("PRO-06", "method=ECC", 1, 300, 400),
                total("PRO-06", "method=TOMS", 1, 900, 1_000)));
        var all = figure(sums, "PRO-06");
        assertNull(all.value());
        assertNull(all.numerator());
        assertEquals(2, all.coverage().organisations());
        assertEquals("Not added up, for its values differ in method: ECC, TOMS. Each stands by itself.", all.caveat());
        assertEquals(new BigDecimal("75.00"), figure(sums, "PRO-06.method=ECC").value());
        assertEquals(new BigDecimal("90.00"), figure(sums, "PRO-06.method=TOMS").value());
    }

    @Test
    void deliveryByOneMethodIsOneFigure() {
        var sums =
                Sums.of(List.of(total("PRO-06", "", 2, 1_200, 1_400), total("PRO-06", "method=ECC", 2, 1_200, 1_400)));
        assertEquals(new BigDecimal("85.71"), figure(sums, "PRO-06").value());
        assertNull(figure(sums, "PRO-06").caveat());
        assertEquals(1, figures(sums).size());
    }

    @Test
    void deliveryByAnotherMethodThanTheYearBeforeIsNotComparedWithIt() {
        var figure = figure(
                Sums.of(List.of(
                        total("PRO-06", "", 1, 300, 400),
                        total("PRO-06", "method=ECC", 1, 300, 400),
                        total(YEAR - 1, "PRO-06", "", 1, 900, 1_000),
                        total(YEAR - 1, "PRO-06", "method=TOMS", 1, 900, 1_000))),
                "PRO-06");
        assertNull(figure.change());
        assertEquals("Not compared with the year before, which differs in method: TOMS.", figure.caveat());
    }

    @Test
    void aSumSaysInWhatItsValuesAndTheYearBeforeDiffer() {
        var emissions = figure(
                Sums.of(List.of(
                        total("SUS-01", "", 3, 900, 0),
                        total("SUS-01", "basis=LOCATION", 1, 300, 0),
                        total("SUS-01", "basis=MARKET", 1, 300, 0),
                        total("SUS-01", "basis=NOT_SAID", 1, 300, 0))),
                "SUS-01");
        assertEquals(num(900), emissions.value());
        assertEquals("Its values differ in basis: LOCATION, MARKET, not said.", emissions.caveat());
        var deprived = figure(
                Sums.of(List.of(
                        total("EMP-03", "", 1, 300, 900),
                        total("EMP-03", "imdEdition=2025", 1, 300, 900),
                        total(YEAR - 1, "EMP-03", "", 1, 200, 900),
                        total(YEAR - 1, "EMP-03", "imdEdition=2019", 1, 200, 900))),
                "EMP-03");
        assertEquals("The year before has another imdEdition: 2019.", deprived.caveat());
    }

    @Test
    void aFigureThatNobodyHasGivenYetDiffersInNothingFromTheYearBefore() {
        var figure = figure(
                Sums.of(List.of(
                        total(YEAR - 1, "SUS-01", "", 1, 900, 0),
                        total(YEAR - 1, "SUS-01", "basis=MARKET", 1, 900, 0))),
                "SUS-01");
        assertNull(figure.value());
        assertNull(figure.caveat());
    }

    @Test
    void spendBetweenSignatoriesStandsBesideTheSpendItIsPartOf() {
        var sums = Sums.of(List.of(total("PRO-01", "", 2, 900, 0), total("PRO-01", "interSignatory", 1, 100, 0)));
        assertEquals(num(900), figure(sums, "PRO-01").value());
        var part = figure(sums, "PRO-01.interSignatory");
        assertEquals(num(100), part.value());
        assertEquals("It is part of PRO-01: do not add them up.", part.caveat());
    }

    @Test
    void aContractThatTwoHaveNamedIsSaidToCountTwice() {
        var figure = figure(
                new Sums(
                        List.of(total("PRO-05", "", 2, 900, 0), total("PRO-05", "contracts", 2, 3, 3)),
                        List.of(),
                        List.of(new Distincts.Distinct(new Name("PRO-05", "contracts"), 2, BigDecimal.TWO)),
                        Map.of()),
                "PRO-05");
        assertEquals(
                "It may count some twice: of its contracts, 1 are named by a further organisation (see PRO-05.contracts).",
                figure.caveat());
    }

    @ParameterizedTest
    @CsvSource({
        "LAB-04, supported the same people",
        "PRO-08, what several held together",
        "LDP-07, what several held together"
    })
    void whatSeveralMayHaveCountedIsSaidToCountTwice(String indicator, String why) {
        var caveat = figure(Sums.of(List.of(total(indicator, "", 2, 9, 0))), indicator)
                .caveat();
        assertTrue(String.valueOf(caveat).startsWith("It may count some twice"), caveat);
        assertTrue(String.valueOf(caveat).contains(why), caveat);
    }

    @Test
    void whatIsCoProducedIsItsLeadsToCount() {
        var caveat =
                figure(Sums.of(List.of(total("LDP-08", "", 2, 9, 0))), "LDP-08").caveat();
        assertTrue(String.valueOf(caveat).contains("its lead's to count"), caveat);
        assertNull(
                figure(Sums.of(List.of(total("EMP-01", "", 2, 9, 0))), "EMP-01").caveat());
    }

    @Test
    void aYearThatWasMeasuredInAnotherUnitIsNotComparedWithIt() {
        var sums = Sums.of(List.of(total("SUS-01", "", 1, 12, 0), total(YEAR - 1, "SUS-01", "", 1, 12_000, 0)));
        assertNotNull(figure(sums.after(CATALOGUE), "SUS-01").change());
        var figure = figure(sums.after(inOtherUnits()), "SUS-01");
        assertNull(figure.change());
        assertEquals(
                "Not compared with the year before, when it was measured in another way (unit: ktCO2e).",
                figure.caveat());
    }

    private static Catalogue inOtherUnits() {
        try (var file = ConsolidationTest.class.getResourceAsStream("/reference/indicators-2024.1-adding.json")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readValue(text.replace("tCO2e", "ktCO2e"), Catalogue.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static ConsolidatedFigure figure(Sums sums, String id) {
        return figures(sums).stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<ConsolidatedFigure> figures(Sums sums) {
        return new Consolidation(sums, YEAR, 22, path -> path).figures(CATALOGUE, null);
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
