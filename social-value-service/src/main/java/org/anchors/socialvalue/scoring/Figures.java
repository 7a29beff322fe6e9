package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they stand in a working: plain, without trailing zeros, with at most ten places. */
final class Figures {

    private static final int PLACES = 10;

    private Figures() {}

    static String plain(BigDecimal number) {
        return number.scale() <= 0
                ? number.toPlainString()
                : number.stripTrailingZeros().toPlainString();
    }

    static String plain(Fraction number) {
        return plain(shown(number));
    }

    /** With a sign that says whether the ten places are all of it. */
    static String equal(Fraction number) {
        var shown = shown(number);
        var whole = Fraction.of(shown).compareTo(number) == 0;
        return (whole ? "= " : "≈ ") + plain(shown);
    }

    private static BigDecimal shown(Fraction number) {
        return number.isDecimalOf(PLACES) ? number.numerator() : number.rounded(PLACES, RoundingMode.HALF_UP);
    }
}
