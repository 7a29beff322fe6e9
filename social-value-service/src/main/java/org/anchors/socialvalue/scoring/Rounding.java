package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * When and how marks are rounded, a published choice of the methodology. Rounding never lifts marks above what is available.
 *
 * @param stage from which stage on
 * @param places decimal places, 0 to 10
 * @param mode what becomes of a half, and the like
 */
public record Rounding(Stage stage, int places, Mode mode) {

    /** What is rounded. */
    public enum Stage {
        /** Only the total of a bid. */
        FINAL_ONLY,
        /** The marks of each criterion, before they are added up, and the total. */
        COMPONENT_THEN_SUM,
        /** Every value of a commitment, score and mark that is calculated. */
        EVERY_STAGE
    }

    /** Which neighbour a number becomes. */
    public enum Mode {
        HALF_UP(RoundingMode.HALF_UP),
        HALF_EVEN(RoundingMode.HALF_EVEN),
        HALF_DOWN(RoundingMode.HALF_DOWN),
        UP(RoundingMode.UP),
        DOWN(RoundingMode.DOWN);

        private final RoundingMode java;

        Mode(RoundingMode java) {
            this.java = java;
        }
    }

    private static final int MOST_PLACES = 10;

    public Rounding {
        if (places < 0 || places > MOST_PLACES) {
            throw new IllegalArgumentException("Rounding to " + places + " places");
        }
    }

    Fraction step(Fraction number) {
        return stage == Stage.EVERY_STAGE ? Fraction.of(shown(number)) : number;
    }

    Fraction component(Fraction marks) {
        return stage == Stage.FINAL_ONLY ? marks : Fraction.of(shown(marks));
    }

    /** As it is shown, and as it is where the stage rounds it. */
    BigDecimal shown(Fraction number) {
        return number.rounded(places, mode.java);
    }
}
