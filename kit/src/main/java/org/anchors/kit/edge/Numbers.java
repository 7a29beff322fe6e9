package org.anchors.kit.edge;

import java.math.BigDecimal;

/**
 * The limits of a number in a request: at most 18 digits before the point and 4 places behind it. They are checked on the
 * text and on the exponent, before any arithmetic: {@code 1e10000000} is ten characters long and would cost seconds.
 */
final class Numbers {

    static final int DIGITS = 18;
    static final int PLACES = 4;
    private static final int LONGEST_TEXT = 40;
    private static final int LARGEST_EXPONENT_OF_ZERO = 40;

    private Numbers() {}

    static boolean withinLimits(String text) {
        if (text.length() > LONGEST_TEXT) {
            return false;
        }
        try {
            return withinLimits(new BigDecimal(text));
        } catch (NumberFormatException exponentBeyondInt) {
            return false;
        }
    }

    private static boolean withinLimits(BigDecimal number) {
        if (number.signum() == 0) {
            return Math.abs((long) number.scale()) < LARGEST_EXPONENT_OF_ZERO;
        }
        var shortest = number.stripTrailingZeros();
        return shortest.scale() <= PLACES && (long) shortest.precision() - shortest.scale() <= DIGITS;
    }
}
