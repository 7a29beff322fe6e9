package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** An exact quotient of two decimals, so that nothing is rounded before the methodology says so. */
public record Fraction(BigDecimal numerator, BigDecimal denominator) implements Comparable<Fraction> {

    /** The precision of what no fraction can hold: powers, roots and discounted money. 34 digits, half even. */
    public static final MathContext PRECISION = MathContext.DECIMAL128;

    public static final Fraction ZERO = of(BigDecimal.ZERO);

    public Fraction {
        if (denominator.signum() <= 0) {
            throw new ArithmeticException("The denominator is " + denominator);
        }
    }

    public static Fraction of(BigDecimal number) {
        return new Fraction(number, BigDecimal.ONE);
    }

    public static Fraction of(BigDecimal numerator, BigDecimal denominator) {
        return new Fraction(numerator, denominator);
    }

    public Fraction plus(Fraction other) {
        if (denominator.compareTo(other.denominator) == 0) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction times(BigDecimal factor) {
        return new Fraction(numerator.multiply(factor), denominator);
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction factor) {
        return new Fraction(numerator.multiply(factor.numerator), denominator.multiply(factor.denominator));
    }

    /** Refuses to divide by 0. */
    public Fraction over(Fraction divisor) {
        var above = numerator.multiply(divisor.denominator);
        var below = denominator.multiply(divisor.numerator);
        return below.signum() < 0 ? new Fraction(above.negate(), below.negate()) : new Fraction(above, below);
    }

    /** The same in lowest terms, so that sums of many do not grow without end. */
    public Fraction reduced() {
        var places = Math.max(0, Math.max(numerator.scale(), denominator.scale()));
        var above = numerator.movePointRight(places).toBigIntegerExact();
        var below = denominator.movePointRight(places).toBigIntegerExact();
        var common = above.gcd(below);
        return new Fraction(new BigDecimal(above.divide(common)), new BigDecimal(below.divide(common)));
    }

    public int signum() {
        return numerator.signum();
    }

    /** This share, out of 100, of a weight. */
    public Fraction percentOf(BigDecimal weight) {
        return times(weight.movePointLeft(2));
    }

    public Fraction over(BigDecimal divisor) {
        return new Fraction(numerator, denominator.multiply(divisor));
    }

    public Fraction orAtMost(BigDecimal most) {
        var limit = of(most);
        return compareTo(limit) > 0 ? limit : this;
    }

    public Fraction orAtLeast(BigDecimal least) {
        var limit = of(least);
        return compareTo(limit) < 0 ? limit : this;
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    /** Whether it is its numerator, with no more places. */
    boolean isDecimalOf(int places) {
        return denominator.equals(BigDecimal.ONE) && numerator.scale() <= places;
    }

    /** Rounded once, from the exact value. */
    public BigDecimal rounded(int places, RoundingMode mode) {
        return numerator.divide(denominator, places, mode);
    }

    /** Exact where 34 digits hold it. */
    public BigDecimal decimal() {
        return denominator.compareTo(BigDecimal.ONE) == 0 ? numerator : numerator.divide(denominator, PRECISION);
    }

    @Override
    public int compareTo(Fraction other) {
        return denominator.equals(other.denominator)
                ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
