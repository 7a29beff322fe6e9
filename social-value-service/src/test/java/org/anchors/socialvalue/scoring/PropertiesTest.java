package org.anchors.socialvalue.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Issue "Social value", what must hold: the properties, over random methodologies and bids. A failure names its seed. */
class PropertiesTest {

    private static final int CASES = 300;

    static LongStream seeds() {
        return LongStream.range(0, CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void marksAreNeverAboveWhatIsAvailable(long seed) {
        var some = new SomeProcurement(seed);
        var evaluation = some.evaluate(some.bids());
        for (var result : evaluation.results()) {
            result.criteria().forEach(PropertiesTest::withinWhatIsAvailable);
            if (some.methodology().absolute().isEmpty()) {
                assertTrue(result.total().compareTo(some.methodology().outOf()) <= 0, result::toString);
            }
        }
    }

    private static void withinWhatIsAvailable(Assessed assessed) {
        assertTrue(Given.marks(assessed).compareTo(assessed.available()) <= 0, assessed::toString);
        assertTrue(Given.marks(assessed).signum() >= 0, assessed::toString);
        assertTrue(Given.score(assessed).compareTo(Scale.HUNDRED) <= 0, assessed::toString);
        assessed.parts().forEach(PropertiesTest::withinWhatIsAvailable);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfBidsChangesNothing(long seed) {
        var some = new SomeProcurement(seed);
        var shuffled = new ArrayList<>(some.bids());
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(some.evaluate(some.bids()), some.evaluate(shuffled));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addingAnIneligibleBidChangesNothing(long seed) {
        var some = new SomeProcurement(seed);
        var more = new ArrayList<>(some.bids());
        var cheapest = Given.committing(
                Given.passing(Given.bid("0-failed", "0.01"), Map.of("gate", false)),
                Given.commitment("JOB", "9999", 1));
        more.add(cheapest);
        var before = some.evaluate(some.bids());
        var after = some.evaluate(more);
        assertEquals(before.ranking(), after.ranking());
        assertEquals(before.results(), after.results());
        assertEquals(before.flags(), after.flags());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLowerPriceNeverLowersPriceMarks(long seed) {
        var some = new SomeProcurement(seed);
        if (some.methodology().absolute().isPresent()) {
            return;
        }
        var first = some.bids().getFirst();
        var cheaper = new ArrayList<>(some.bids());
        cheaper.set(0, SomeProcurement.at(some.lower(first.priceGiven()), first));
        var before = Given.on(some.evaluate(some.bids()), first.key(), "price");
        var after = Given.on(some.evaluate(cheaper), first.key(), "price");
        assertTrue(Given.marks(after).compareTo(Given.marks(before)) >= 0, () -> before + " became " + after);
    }

    /** Under an absolute method a lower price never makes the figure worse. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aLowerPriceNeverWorsensAnAbsoluteMethod(long seed) {
        var some = new SomeProcurement(seed);
        some.methodology().absolute().ifPresent(formula -> {
            var first = some.bids().getFirst();
            var cheaper = new ArrayList<>(some.bids());
            cheaper.set(0, SomeProcurement.at(some.lower(first.priceGiven()), first));
            var before = Given.result(some.evaluate(some.bids()), first.key()).total();
            var after = Given.result(some.evaluate(cheaper), first.key()).total();
            assertTrue(formula.lowestWins() ? after.compareTo(before) <= 0 : after.compareTo(before) >= 0);
        });
    }

    /** Twice the marks to be had are twice the marks given, and the same ranks. */
    @ParameterizedTest
    @MethodSource("seeds")
    void weightsScaledAndRoundingAsideResultsAgree(long seed) {
        var some = new SomeProcurement(seed);
        if (some.methodology().absolute().isPresent()) {
            return;
        }
        var plain = some.rounding(new Rounding(Rounding.Stage.FINAL_ONLY, 9, Rounding.Mode.HALF_UP));
        var once = plain.evaluate(some.bids());
        var scaled = plain.scaled(7).evaluate(some.bids());
        assertEquals(
                once.ranking().stream().map(Evaluation.Ranked::bid).toList(),
                scaled.ranking().stream().map(Evaluation.Ranked::bid).toList());
        for (var i = 0; i < once.ranking().size(); i++) {
            var total = scaled.ranking().get(i).total().divide(new BigDecimal(7), 6, RoundingMode.HALF_UP);
            assertEquals(once.ranking().get(i).total().setScale(6, RoundingMode.HALF_UP), total);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ranksFollowTotals(long seed) {
        var some = new SomeProcurement(seed);
        var ranking = some.evaluate(some.bids()).ranking();
        var lowestWins = some.methodology()
                .absolute()
                .filter(PriceFormula.Absolute::lowestWins)
                .isPresent();
        IntStream.range(1, ranking.size()).forEach(i -> {
            var order = ranking.get(i - 1).total().compareTo(ranking.get(i).total());
            assertTrue(lowestWins ? order <= 0 : order >= 0, ranking::toString);
            assertTrue(ranking.get(i - 1).rank() <= ranking.get(i).rank(), ranking::toString);
        });
    }
}
