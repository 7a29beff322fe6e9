package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How a price counts; scoring.md, "Price formulae", F1 to F6. */
public sealed interface PriceFormula {

    /** As methodologies name it. */
    String name();

    /** Gives a price a score out of 100, which is added to the other marks. */
    sealed interface Relative extends PriceFormula {

        /** A price above 0 is scored against those of the eligible bids, its own among them. */
        Scored score(BigDecimal price, Prices eligible);
    }

    /** Sets a price against the quality of its bid; gives a ranking and no price marks. */
    sealed interface Absolute extends PriceFormula {

        /** The figure that bids are ranked by, from the quality out of 100. */
        Scored index(BigDecimal price, Fraction quality);

        boolean lowestWins();

        /** The figure as it is compared and shown. */
        BigDecimal settled(Fraction index, Rounding rounding);
    }

    /** F1: the lowest price in relation to this one. */
    record LowestPriceRelative() implements Relative {
        @Override
        public String name() {
            return "LOWEST_PRICE_RELATIVE";
        }

        @Override
        public Scored score(BigDecimal price, Prices eligible) {
            return Scored.of(
                    Fraction.of(Scale.HUNDRED.multiply(eligible.lowest()), price),
                    "100 × %s / %s".formatted(Figures.plain(eligible.lowest()), Figures.plain(price)));
        }
    }

    /** F2: on a line between two prices that were fixed beforehand; outside of them 0 or 100. */
    record LinearFixedBounds(BigDecimal lower, BigDecimal upper) implements Relative {
        public LinearFixedBounds {
            if (lower.compareTo(upper) >= 0) {
                throw new IllegalArgumentException("Bounds of %s and %s".formatted(lower, upper));
            }
        }

        @Override
        public String name() {
            return "LINEAR_FIXED_BOUNDS";
        }

        @Override
        public Scored score(BigDecimal price, Prices eligible) {
            return Scored.upTo100(
                    Fraction.of(Scale.HUNDRED.multiply(upper.subtract(price)), upper.subtract(lower)),
                    "100 × (%2$s - %1$s) / (%2$s - %3$s)"
                            .formatted(Figures.plain(price), Figures.plain(upper), Figures.plain(lower)));
        }
    }

    /** F3: on a line between the lowest and the highest price; 100 for all where these are the same. */
    record MinMax() implements Relative {
        @Override
        public String name() {
            return "MIN_MAX";
        }

        @Override
        public Scored score(BigDecimal price, Prices eligible) {
            var range = eligible.highest().subtract(eligible.lowest());
            if (range.signum() == 0) {
                return new Scored(Fraction.of(Scale.HUNDRED), "all eligible prices are equal: 100");
            }
            return Scored.of(
                    Fraction.of(Scale.HUNDRED.multiply(eligible.highest().subtract(price)), range),
                    "100 × (1 - (%1$s - %2$s) / (%3$s - %2$s))"
                            .formatted(
                                    Figures.plain(price),
                                    Figures.plain(eligible.lowest()),
                                    Figures.plain(eligible.highest())));
        }
    }

    /** F4: what a point of quality costs; the lowest wins. Not defined for a quality of 0. */
    record PricePerQualityPoint() implements Absolute {
        @Override
        public String name() {
            return "PRICE_PER_QUALITY_POINT";
        }

        @Override
        public Scored index(BigDecimal price, Fraction quality) {
            return Scored.of(
                    Fraction.of(price.multiply(quality.denominator()), quality.numerator()),
                    "%s / %s".formatted(Figures.plain(price), Figures.plain(quality)));
        }

        @Override
        public boolean lowestWins() {
            return true;
        }

        @Override
        public BigDecimal settled(Fraction index, Rounding rounding) {
            return rounding.shown(index);
        }
    }

    /**
     * F5: {@code Q^(wQ/wC) / P}; the highest wins. It has no natural size, so it is compared at 12 significant digits.
     *
     * @param qualityWeight weight of everything but the price
     * @param priceWeight at least 1, so that the power stays within reason
     */
    record ValueForMoneyIndex(BigDecimal qualityWeight, BigDecimal priceWeight) implements Absolute {

        private static final MathContext COMPARED = new MathContext(12, RoundingMode.HALF_UP);

        public ValueForMoneyIndex {
            if (priceWeight.compareTo(BigDecimal.ONE) < 0 || qualityWeight.signum() < 0) {
                throw new IllegalArgumentException("Weights of %s and %s".formatted(qualityWeight, priceWeight));
            }
        }

        @Override
        public String name() {
            return "VALUE_FOR_MONEY_INDEX";
        }

        @Override
        public Scored index(BigDecimal price, Fraction quality) {
            var power = Powers.power(quality.decimal(), qualityWeight.divide(priceWeight, Powers.WORKING));
            var index = power.divide(price, Fraction.PRECISION);
            return new Scored(
                    Fraction.of(index),
                    "%s ^ (%s / %s) / %s ≈ %s"
                            .formatted(
                                    Figures.plain(quality),
                                    Figures.plain(qualityWeight),
                                    Figures.plain(priceWeight),
                                    Figures.plain(price),
                                    Figures.plain(index.round(COMPARED))));
        }

        @Override
        public boolean lowestWins() {
            return false;
        }

        @Override
        public BigDecimal settled(Fraction index, Rounding rounding) {
            return index.decimal().round(COMPARED).stripTrailingZeros();
        }
    }

    /**
     * F6: the price less what the quality is worth; the lowest wins.
     *
     * @param worth of a quality of 100, in GBP
     */
    record MonetisedQuality(BigDecimal worth) implements Absolute {
        public MonetisedQuality {
            if (worth.signum() < 0) {
                throw new IllegalArgumentException("Quality worth " + worth);
            }
        }

        @Override
        public String name() {
            return "MONETISED_QUALITY";
        }

        @Override
        public Scored index(BigDecimal price, Fraction quality) {
            return Scored.of(
                    Fraction.of(price).plus(quality.percentOf(worth.negate())),
                    "%s - %s × %s / 100".formatted(Figures.plain(price), Figures.plain(worth), Figures.plain(quality)));
        }

        @Override
        public boolean lowestWins() {
            return true;
        }

        @Override
        public BigDecimal settled(Fraction index, Rounding rounding) {
            return rounding.shown(index);
        }
    }
}
