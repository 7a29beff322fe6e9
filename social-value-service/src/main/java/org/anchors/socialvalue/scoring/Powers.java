package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.math.MathContext;

/** Powers with any exponent, to 34 digits, the same on every machine. */
final class Powers {

    /** More digits than the result has, for what is lost on the way. */
    static final MathContext WORKING = new MathContext(64);

    private static final BigDecimal TWO = BigDecimal.TWO;
    private static final BigDecimal SMALL = new BigDecimal("0.01");
    private static final BigDecimal NOTHING = new BigDecimal("1e-66");

    private Powers() {}

    /** A base of 0 or more to an exponent of 0 or more; 0 to the power of 0 is 1. */
    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        if (exponent.signum() == 0) {
            return BigDecimal.ONE;
        }
        return base.signum() == 0
                ? BigDecimal.ZERO
                : exp(ln(base).multiply(exponent, WORKING)).round(Fraction.PRECISION);
    }

    /** {@code ln x = 2^n ln x^(1/2^n)}; near 1 the series of the area tangent converges fast. */
    private static BigDecimal ln(BigDecimal number) {
        var root = number;
        var times = BigDecimal.ONE;
        while (root.subtract(BigDecimal.ONE).abs().compareTo(SMALL) > 0) {
            root = root.sqrt(WORKING);
            times = times.multiply(TWO);
        }
        var ratio = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), WORKING);
        var square = ratio.multiply(ratio, WORKING);
        var sum = BigDecimal.ZERO;
        var power = ratio;
        for (var odd = 1; power.abs().compareTo(NOTHING) > 0; odd += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(odd), WORKING), WORKING);
            power = power.multiply(square, WORKING);
        }
        return sum.multiply(TWO).multiply(times, WORKING);
    }

    /** {@code e^x = (e^(x/2^n))^(2^n)}; near 0 the series converges fast. */
    private static BigDecimal exp(BigDecimal number) {
        var part = number;
        var squarings = 0;
        while (part.abs().compareTo(SMALL) > 0) {
            part = part.divide(TWO, WORKING);
            squarings++;
        }
        var sum = BigDecimal.ONE;
        var term = BigDecimal.ONE;
        for (var i = 1; term.abs().compareTo(NOTHING) > 0; i++) {
            term = term.multiply(part, WORKING).divide(BigDecimal.valueOf(i), WORKING);
            sum = sum.add(term, WORKING);
        }
        for (var i = 0; i < squarings; i++) {
            sum = sum.multiply(sum, WORKING);
        }
        return sum;
    }
}
