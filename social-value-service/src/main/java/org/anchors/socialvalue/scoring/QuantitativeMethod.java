package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;

/** How social and local economic value (SLEV, in GBP) becomes a score of 100. */
public sealed interface QuantitativeMethod {

    Scored score(BigDecimal value, BigDecimal highest, BigDecimal contractValue);

    /** Whether a bid's score follows from other bids too. */
    boolean comparesBids();

    /** {@code SLEV / highest eligible SLEV}; 0 where nobody offers any. */
    record RelativeToHighest() implements QuantitativeMethod {
        @Override
        public boolean comparesBids() {
            return true;
        }

        @Override
        public Scored score(BigDecimal value, BigDecimal highest, BigDecimal contractValue) {
            if (highest.signum() == 0) {
                return new Scored(Fraction.ZERO, "no eligible bid offers any value: 0");
            }
            return Scored.of(
                    Fraction.of(Scale.HUNDRED.multiply(value), highest),
                    "100 × %s / %s".formatted(Figures.plain(value), Figures.plain(highest)));
        }
    }

    /**
     * {@code min(1, (SLEV / contract value) / target)}.
     *
     * @param target SLEV that brings full marks, as a share of the contract value
     */
    record AgainstTarget(BigDecimal target) implements QuantitativeMethod {
        public AgainstTarget {
            if (target.signum() <= 0) {
                throw new IllegalArgumentException("A target of " + target);
            }
        }

        @Override
        public boolean comparesBids() {
            return false;
        }

        @Override
        public Scored score(BigDecimal value, BigDecimal highest, BigDecimal contractValue) {
            return Scored.upTo100(
                    Fraction.of(Scale.HUNDRED.multiply(value), contractValue.multiply(target)),
                    "100 × %s / (%s × %s)"
                            .formatted(Figures.plain(value), Figures.plain(contractValue), Figures.plain(target)));
        }
    }

    /** {@code SLEV / contract value}, capped at 1. */
    record ShareOfContract() implements QuantitativeMethod {
        @Override
        public boolean comparesBids() {
            return false;
        }

        @Override
        public Scored score(BigDecimal value, BigDecimal highest, BigDecimal contractValue) {
            return Scored.upTo100(
                    Fraction.of(Scale.HUNDRED.multiply(value), contractValue),
                    "100 × %s / %s".formatted(Figures.plain(value), Figures.plain(contractValue)));
        }
    }
}
