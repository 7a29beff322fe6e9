package org.anchors.socialvalue.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranks, tie-breaks, gates, pass marks and flags. */
class RankingTest {

    private static final Criterion[] TWO_QUALITIES_AND_PRICE = {
        Given.quality("light", "30"),
        Given.quality("heavy", "40"),
        Given.price("30", new PriceFormula.LinearFixedBounds(new BigDecimal(1), new BigDecimal(2)))
    };

    /** A and B both come to 40: 30 × 1 + 40 × 0.25, and 30 × 0 + 40 × 1. */
    @ParameterizedTest
    @CsvSource({
        "HIGHEST_ON_HEAVIEST_QUALITY_CRITERION, B", //
        "LOWEST_PRICE, A",
        "EARLIEST_BID, B"
    })
    void breaksATieAsTheMethodologySays(TieBreak tieBreak, String winner) {
        var methodology = Given.usual().tieBreaks(tieBreak).methodology(TWO_QUALITIES_AND_PRICE);
        var evaluation = Given.evaluate(
                methodology,
                Given.received(Given.bid("A", "4", "light", "100", "heavy", "25"), "2026-02-01T10:00:01Z"),
                Given.received(Given.bid("B", "5", "light", "0", "heavy", "100"), "2026-02-01T10:00:00Z"));
        assertEquals(winner, evaluation.winner());
        assertEquals(List.of(1, 2), ranks(evaluation));
        assertEquals(tieBreak, evaluation.ranking().getFirst().decidedBy());
        assertEquals(tieBreak, evaluation.ranking().getLast().decidedBy());
    }

    @Test
    void asksTheNextTieBreakWhereOneDecidesNothing() {
        var methodology = Given.usual()
                .tieBreaks(TieBreak.HIGHEST_SOCIAL_VALUE, TieBreak.LOWEST_PRICE)
                .methodology(TWO_QUALITIES_AND_PRICE);
        var evaluation = Given.evaluate(
                methodology,
                Given.bid("A", "5", "light", "100", "heavy", "25"),
                Given.bid("B", "4", "light", "0", "heavy", "100"));
        assertEquals("B", evaluation.winner());
        assertEquals(TieBreak.LOWEST_PRICE, evaluation.ranking().getFirst().decidedBy());
    }

    @Test
    void bidsThatAreStillLevelShareARankAndNobodyWins() {
        var methodology = Given.usual().tieBreaks(TieBreak.LOWEST_PRICE).methodology(TWO_QUALITIES_AND_PRICE);
        var evaluation = Given.evaluate(
                methodology,
                Given.bid("C", "3", "light", "0", "heavy", "0"),
                Given.bid("B", "4", "light", "100", "heavy", "25"),
                Given.bid("A", "4", "light", "0", "heavy", "100"));
        assertNull(evaluation.winner());
        assertEquals(List.of(1, 1, 3), ranks(evaluation));
        assertEquals(
                List.of(true, true, false),
                evaluation.ranking().stream().map(Evaluation.Ranked::tied).toList());
    }

    @Test
    void aBidThatFailsAGateOrAPassMarkHasReasonsAndNoRank() {
        var question = Given.withPassMark("q", "100", "50");
        var methodology = Given.usual()
                .gates("carbon-reduction-plan", "modern-slavery-assessment")
                .methodology(new Criterion.Quality(question));
        var both = Map.of("carbon-reduction-plan", true, "modern-slavery-assessment", true);
        var evaluation = Given.evaluate(
                methodology,
                Given.passing(Given.bid("A", "1", "q", "50"), both),
                Given.passing(Given.bid("B", "1", "q", "49.9999"), both),
                Given.passing(Given.bid("C", "1", "q", "0"), Map.of("carbon-reduction-plan", false)),
                Given.passing(Given.bid("D", "1"), Map.of("modern-slavery-assessment", true)));
        assertEquals("A", evaluation.winner());
        assertEquals(1, evaluation.ranking().size());
        assertEquals(
                List.of("B: q", "C: carbon-reduction-plan, modern-slavery-assessment, q", "D: carbon-reduction-plan"),
                evaluation.ineligible().stream()
                        .map(bid -> bid.bid() + ": "
                                + String.join(
                                        ", ",
                                        bid.reasons().stream()
                                                .map(Evaluation.Reason::at)
                                                .toList()))
                        .toList());
        assertEquals(
                "49.9999 of 100 is below the pass mark of 50.",
                evaluation.ineligible().getFirst().reasons().getFirst().detail());
    }

    @ParameterizedTest
    @CsvSource({
        "80, 100, 100, 0", // just 20 % below
        "79.99, 100, 100, 1",
        "80, 90, 111, 1", // the median of the others is 100.5
    })
    void flagsAnAbnormallyLowPriceAndRejectsNothing(String price, String second, String third, int flags) {
        var methodology = Given.usual().methodology(Given.price("100", new PriceFormula.MinMax()));
        var evaluation =
                Given.evaluate(methodology, Given.bid("A", price), Given.bid("B", second), Given.bid("C", third));
        assertEquals(
                flags,
                evaluation.flags().stream()
                        .filter(flag ->
                                flag.bid().equals("A") && flag.concern() == Evaluation.Concern.ABNORMALLY_LOW_PRICE)
                        .count());
        assertEquals("A", evaluation.winner());
    }

    @Test
    void flagsNoPriceAmongTwo() {
        var methodology = Given.usual().methodology(Given.price("100", new PriceFormula.MinMax()));
        assertEquals(
                List.of(),
                Given.evaluate(methodology, Given.bid("A", "1"), Given.bid("B", "100"))
                        .flags());
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "50.0001, 1"})
    void flagsCommitmentsThatExceedTheContract(String jobs, int flags) {
        var methodology = Given.usual()
                .methodology(Given.socialValue(
                        "100", new SocialValueMethod.Quantitative(new QuantitativeMethod.ShareOfContract())));
        var evaluation =
                Given.evaluate(methodology, Given.committing(Given.bid("A", "1"), Given.commitment("JOB", jobs, 1)));
        assertEquals(flags, evaluation.flags().size());
    }

    private static List<Integer> ranks(Evaluation evaluation) {
        return evaluation.ranking().stream().map(Evaluation.Ranked::rank).toList();
    }
}
