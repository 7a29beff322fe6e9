package org.anchors.kit.edge;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

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

    /** The number, or none where it is beyond the limits. */
    static @Nullable BigDecimal withinLimits(String text) {
        if (text.length() > LONGEST_TEXT) {
            return null;
        }
        try {
            var number = new BigDecimal(text);
            return withinLimits(number) ? number : null;
        } catch (NumberFormatException exponentBeyondInt) {
            return null;
        }
    }

    private static boolean withinLimits(BigDecimal number) {
        if (number.signum() == 0) {
            return Math.abs((long) number.scale()) < LARGEST_EXPONENT_OF_ZERO;
        }
        if (isOrdinary(number)) {
            return true;
        }
        var shortest = number.stripTrailingZeros();
        return shortest.scale() <= PLACES && (long) shortest.precision() - shortest.scale() <= DIGITS;
    }

    /** As nearly all are; they are within the limits with their trailing zeros, too. */
    private static boolean isOrdinary(BigDecimal number) {
        return number.scale() >= 0 && number.scale() <= PLACES && number.precision() <= DIGITS;
    }
}
