package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they stand in a working: plain, without trailing zeros, with at most ten places. */
final class Figures {

    private static final int PLACES = 10;

    private Figures() {}

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static String plain(Fraction number) {
        return plain(number.rounded(PLACES, RoundingMode.HALF_UP));
    }

    /** With a sign that says whether the ten places are all of it. */
    static String equal(Fraction number) {
        var shown = number.rounded(PLACES, RoundingMode.HALF_UP);
        var whole = Fraction.of(shown).compareTo(number) == 0;
        return (whole ? "= " : "≈ ") + plain(shown);
    }
}
