package org.anchors.socialvalue.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** scoring.md, "Price formulae", with their degenerate cases. */
class PriceFormulaTest {

    @ParameterizedTest
    @CsvSource({
        "100, 100, 300, 40", // the lowest price
        "300, 100, 300, 13.33",
        "200, 100, 300, 20",
        "500, 500, 500, 40", // one bid, or all alike
    })
    void f1RelatesTheLowestPriceToThisOne(String price, String lowest, String highest, String marks) {
        assertEquals(marks, marks(new PriceFormula.LowestPriceRelative(), price, lowest, highest));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 40", // at the lower bound
        "99, 40", // below it: clamped
        "0.01, 40",
        "200, 20",
        "299, 0.2",
        "300, 0", // at the upper bound
        "301, 0", // above it: clamped
        "999999, 0",
    })
    void f2LiesOnALineBetweenFixedBounds(String price, String marks) {
        var formula = new PriceFormula.LinearFixedBounds(new BigDecimal(100), new BigDecimal(300));
        assertEquals(marks, marks(formula, price, price, price));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, 300, 40", //
        "200, 100, 300, 20",
        "300, 100, 300, 0",
        "101, 100, 103, 26.67",
        "500, 500, 500, 40", // one bid, or all alike
    })
    void f3LiesOnALineBetweenTheLowestAndTheHighest(String price, String lowest, String highest, String marks) {
        assertEquals(marks, marks(new PriceFormula.MinMax(), price, lowest, highest));
    }

    @Test
    void f4RanksByWhatAPointOfQualityCosts() {
        var evaluation = Given.evaluate(
                Given.usual()
                        .methodology(
                                Given.price("0", new PriceFormula.PricePerQualityPoint()), Given.quality("q", "100")),
                Given.bid("A", "1000", "q", "80"),
                Given.bid("B", "900", "q", "75"),
                Given.bid("C", "400", "q", "30"));
        assertEquals(List.of("B", "A", "C"), order(evaluation));
        assertEquals("12.00", Given.result(evaluation, "B").total().toPlainString());
        assertEquals("900 / 75 = 12", Given.result(evaluation, "B").working());
        assertEquals(1, Given.result(evaluation, "B").criteria().size());
    }

    @Test
    void f4RefusesAQualityOfZeroAndNamesTheBids() {
        var methodology = Given.usual()
                .methodology(Given.price("0", new PriceFormula.PricePerQualityPoint()), Given.quality("q", "100"));
        var refusal = assertThrows(
                Unscorable.class,
                () -> Given.evaluate(
                        methodology,
                        Given.bid("A", "1000", "q", "0"),
                        Given.bid("B", "900", "q", "1"),
                        Given.bid("C", "900", "q", "0")));
        assertEquals(List.of("A", "C"), refusal.bids());
        assertEquals(Unscorable.Rule.QUALITY_OF_ZERO, refusal.rule());
    }

    /** With weights of 60 and 40 quality counts to the power of 1.5. */
    @Test
    void f5RanksByQualityToAPowerOverThePrice() {
        var formula = new PriceFormula.ValueForMoneyIndex(new BigDecimal(60), new BigDecimal(40));
        var evaluation = Given.evaluate(
                Given.usual().methodology(Given.price("40", formula), Given.quality("q", "60")),
                Given.bid("A", "1000", "q", "100"),
                Given.bid("B", "500", "q", "64"),
                Given.bid("C", "1", "q", "0"));
        assertEquals(List.of("B", "A", "C"), order(evaluation));
        assertEquals("1", Given.result(evaluation, "A").total().toPlainString());
        assertEquals("1.024", Given.result(evaluation, "B").total().toPlainString());
        assertEquals("0", Given.result(evaluation, "C").total().toPlainString());
    }

    @Test
    void f6RanksByThePriceLessWhatTheQualityIsWorth() {
        var evaluation = Given.evaluate(
                Given.usual()
                        .methodology(
                                Given.price("0", new PriceFormula.MonetisedQuality(new BigDecimal(50_000))),
                                Given.quality("q", "100")),
                Given.bid("A", "80000", "q", "60"),
                Given.bid("B", "90000", "q", "90"),
                Given.bid("C", "10000", "q", "100"));
        assertEquals(List.of("C", "B", "A"), order(evaluation));
        assertEquals("-40000.00", Given.result(evaluation, "C").total().toPlainString());
        assertEquals(
                "90000 - 50000 × 90 / 100 = 45000",
                Given.result(evaluation, "B").working());
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-0.01"})
    void aPriceThatIsNotAboveZeroIsRefusedAndItsBidNamed(String price) {
        var methodology = Given.usual().methodology(Given.price("100", new PriceFormula.LowestPriceRelative()));
        var refusal = assertThrows(
                Unscorable.class, () -> Given.evaluate(methodology, Given.bid("A", "1"), Given.bid("B", price)));
        assertEquals(List.of("B"), refusal.bids());
        assertTrue(String.valueOf(refusal.getMessage()).endsWith("B"));
    }

    @Test
    void nobodyWinsWhereNoBidIsEligible() {
        var methodology =
                Given.usual().gates("modern-slavery").methodology(Given.price("100", new PriceFormula.MinMax()));
        var evaluation = Given.evaluate(methodology, Given.bid("A", "1"));
        assertNull(evaluation.winner());
        assertEquals(List.of(), evaluation.ranking());
        assertFalse(evaluation.ineligible().isEmpty());
        assertNull(Given.evaluate(methodology).winner());
    }

    /** A third of 30.015 is 10.005 exactly; a quotient cut at any number of digits would be rounded down. */
    @Test
    void roundsFromTheExactQuotient() {
        var methodology = Given.usual()
                .methodology(
                        Given.price("30.015", new PriceFormula.LowestPriceRelative()), Given.quality("q", "69.985"));
        var evaluation = Given.evaluate(methodology, Given.bid("A", "1", "q", "0"), Given.bid("B", "3", "q", "0"));
        assertEquals("10.01", Given.result(evaluation, "B").total().toPlainString());
    }

    private static String marks(PriceFormula.Relative formula, String price, String lowest, String highest) {
        return Figures.plain(
                formula.score(new BigDecimal(price), new Prices(new BigDecimal(lowest), new BigDecimal(highest)))
                        .score()
                        .percentOf(new BigDecimal(40))
                        .rounded(2, RoundingMode.HALF_UP));
    }

    private static List<String> order(Evaluation evaluation) {
        return evaluation.ranking().stream().map(Evaluation.Ranked::bid).toList();
    }
}
