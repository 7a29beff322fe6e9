package org.anchors.charter.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How a ratio is expressed. */
public enum Scale {
    /** Hundred times numerator over denominator. */
    PERCENT,
    /** Numerator over denominator. */
    PLAIN,
    /** By how many per cent the numerator differs from the denominator. */
    CHANGE;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PLACES = 2;

    /** The ratio rounded half up to 2 places; empty over a denominator of zero. */
    public Optional<BigDecimal> of(BigDecimal numerator, BigDecimal denominator) {
        if (denominator.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(top(numerator, denominator).divide(denominator, PLACES, RoundingMode.HALF_UP));
    }

    /** Whether the ratio lies within bounds, decided without a division. The denominator must be positive. */
    public boolean isWithin(BigDecimal lower, BigDecimal upper, BigDecimal numerator, BigDecimal denominator) {
        var top = top(numerator, denominator);
        return top.compareTo(lower.multiply(denominator)) >= 0 && top.compareTo(upper.multiply(denominator)) <= 0;
    }

    /** A number without zeros at its end, and never with an exponent. */
    public static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private BigDecimal top(BigDecimal numerator, BigDecimal denominator) {
        return switch (this) {
            case PERCENT -> numerator.multiply(HUNDRED);
            case PLAIN -> numerator;
            case CHANGE -> numerator.subtract(denominator).multiply(HUNDRED);
        };
    }
}
