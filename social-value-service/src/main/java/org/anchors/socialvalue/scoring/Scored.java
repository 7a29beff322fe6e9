package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;

/**
 * A score out of 100 and how it came about.
 *
 * @param score exact
 * @param working with the numbers in it, the result among them
 */
public record Scored(Fraction score, String working) {

    static Scored of(Fraction score, String arithmetic) {
        return new Scored(score, arithmetic + " " + Figures.equal(score));
    }

    /** Kept between 0 and 100, and said so where that changes it. */
    static Scored upTo100(Fraction score, String arithmetic) {
        var kept = score.orAtMost(Scale.HUNDRED).orAtLeast(BigDecimal.ZERO);
        var said = kept.compareTo(score) == 0 ? "" : ", kept at " + Figures.plain(kept);
        return new Scored(kept, arithmetic + " " + Figures.equal(score) + said);
    }
}
