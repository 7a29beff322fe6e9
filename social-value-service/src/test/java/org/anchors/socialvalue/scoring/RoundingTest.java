package org.anchors.socialvalue.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** scoring.md: the stage of rounding is a published choice, because published examples disagree about it. */
class RoundingTest {

    /** Three criteria that each bring 11.115: 33.345 in all. */
    @ParameterizedTest
    @CsvSource({
        "FINAL_ONLY, 33.35", // 33.345
        "COMPONENT_THEN_SUM, 33.36", // 3 × 11.12
        "EVERY_STAGE, 33.36",
    })
    void theStageChangesTheTotal(Rounding.Stage stage, String total) {
        var methodology = Given.usual()
                .rounding(stage)
                .methodology(Given.quality("a", "25"), Given.quality("b", "25"), Given.quality("c", "50"));
        var evaluation = Given.evaluate(methodology, Given.bid("A", "1", "a", "44.46", "b", "44.46", "c", "22.23"));
        assertEquals(total, Given.result(evaluation, "A").total().toPlainString());
    }

    /** Parts of 1.005 and 0.005 of 100: rounded each, 1.01 and 0.01; together 1.02 of 100, and 0.51 of 50. */
    @ParameterizedTest
    @CsvSource({
        "FINAL_ONLY, 0.51", // 0.505
        "COMPONENT_THEN_SUM, 0.51",
        "EVERY_STAGE, 0.51",
    })
    void partsAreRoundedAtEveryStageOnly(Rounding.Stage stage, String given) {
        var parts = new Part[] {Given.part("q1", "50"), Given.part("q2", "50")};
        var methodology =
                Given.usual().rounding(stage).methodology(Given.quality("a", "50", parts), Given.quality("b", "50"));
        var evaluation = Given.evaluate(methodology, Given.bid("A", "1", "q1", "2.01", "q2", "0.01", "b", "0"));
        var first = Given.on(evaluation, "A", "a");
        assertEquals(given, Given.marks(first).toPlainString());
        assertEquals(
                stage == Rounding.Stage.EVERY_STAGE
                        ? "1.01 + 0.01 = 1.02; 50 × 1.02 / 100 = 0.51"
                        : "1.005 + 0.005 = 1.01; 50 × 1.01 / 100 = 0.505"
                                + (stage == Rounding.Stage.FINAL_ONLY ? "" : ", rounded 0.51"),
                first.working());
    }

    /** Unrounded, A's quality of 66.666... makes an index of 5.44331e-4, below B's 5.44351e-4. */
    @Test
    void everyStageRoundsTheQualityThatIsSetAgainstThePrice() {
        var index = new PriceFormula.ValueForMoneyIndex(new BigDecimal("60"), new BigDecimal("40"));
        var methodology = Given.usual()
                .rounding(Rounding.Stage.EVERY_STAGE)
                .methodology(Given.price("40", index), Given.quality("q", "60"));
        var bids = List.of(Given.bid("A", "1000000", "q", "66.67"), Given.bid("B", "1193200", "q", "75"));
        var evaluation = Scoring.evaluate(methodology, Given.CATALOGUE, bids);
        assertEquals("A", evaluation.winner());
        assertTrue(Given.result(evaluation, "A").working().startsWith("66.67 ^ (60 / 40) / 1000000"));
        assertEquals(
                "B",
                Scoring.evaluate(methodology, Given.CATALOGUE, bids, Form.FIRST).winner());
    }

    /** Rounded up, 33.333 would become 33.34 of 33.333, and three of them more than everything. */
    @ParameterizedTest
    @EnumSource(Rounding.Mode.class)
    void neverLiftsMarksAboveWhatIsAvailable(Rounding.Mode mode) {
        var methodology = Given.usual()
                .rounding(new Rounding(Rounding.Stage.EVERY_STAGE, 2, mode))
                .methodology(Given.quality("a", "33.333"), Given.quality("b", "33.333"), Given.quality("c", "33.334"));
        var evaluation = Given.evaluate(methodology, Given.bid("A", "1", "a", "100", "b", "100", "c", "100"));
        assertTrue(Given.result(evaluation, "A").total().compareTo(Scale.HUNDRED) <= 0);
        for (var criterion : Given.result(evaluation, "A").criteria()) {
            assertEquals(Given.marks(criterion), Given.marks(criterion).min(criterion.available()));
        }
    }

    @Test
    void takesZeroToTenPlaces() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Rounding(Rounding.Stage.FINAL_ONLY, 11, Rounding.Mode.HALF_UP));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Rounding(Rounding.Stage.FINAL_ONLY, -1, Rounding.Mode.HALF_UP));
    }
}
