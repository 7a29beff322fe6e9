package org.anchors.employment.outcome;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TWO;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many of how many, as a percentage with Wilson's score interval at 95 % (E. B. Wilson, Journal of the American Statistical
 * Association 22, 1927; without continuity correction). Unlike the textbook interval it stays within 0 and 100 and holds for
 * small numbers.
 *
 * @param part how many
 * @param whole of how many, at least 1
 */
public record Proportion(long part, long whole) {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** The 97.5 % point of the normal distribution. */
    private static final BigDecimal Z = new BigDecimal("1.959963984540054235524594430520551");

    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    public Proportion {
        if (whole < 1 || part < 0 || part > whole) {
            throw new IllegalArgumentException("%d of %d".formatted(part, whole));
        }
    }

    /** Per cent, to so many decimal places, half up. */
    public BigDecimal percent(int places) {
        return BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole), places, RoundingMode.HALF_UP);
    }

    /** The lower end of the interval in per cent. */
    public BigDecimal low(int places) {
        return printed(part == 0 ? ZERO : centre().subtract(half()), places);
    }

    /** The upper end of the interval in per cent. */
    public BigDecimal high(int places) {
        return printed(part == whole ? ONE : centre().add(half()), places);
    }

    private BigDecimal centre() {
        return p().add(zSquared().divide(TWO.multiply(n()), EXACT)).divide(spread(), EXACT);
    }

    private BigDecimal half() {
        var variance = p().multiply(ONE.subtract(p()), EXACT).divide(n(), EXACT);
        var correction = zSquared().divide(FOUR.multiply(n()).multiply(n()), EXACT);
        return Z.multiply(variance.add(correction, EXACT).sqrt(EXACT), EXACT).divide(spread(), EXACT);
    }

    private BigDecimal spread() {
        return ONE.add(zSquared().divide(n(), EXACT));
    }

    private static BigDecimal zSquared() {
        return Z.multiply(Z, EXACT);
    }

    private BigDecimal p() {
        return BigDecimal.valueOf(part).divide(n(), EXACT);
    }

    private BigDecimal n() {
        return BigDecimal.valueOf(whole);
    }

    private static BigDecimal printed(BigDecimal share, int places) {
        return share.movePointRight(2).setScale(places, RoundingMode.HALF_UP);
    }
}
