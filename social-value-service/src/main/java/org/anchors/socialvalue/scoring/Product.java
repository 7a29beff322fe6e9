package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;

/** A product that grows factor by factor and keeps its working; factors that change nothing are not written. */
final class Product {

    private final StringBuilder working;
    private Fraction value;

    Product(Fraction first, String working) {
        this.value = first;
        this.working = new StringBuilder(working);
    }

    void times(BigDecimal factor) {
        value = value.times(factor);
        working.append(" × ").append(Figures.plain(factor));
    }

    void timesUnlessOne(BigDecimal factor) {
        if (factor.compareTo(BigDecimal.ONE) != 0) {
            times(factor);
        }
    }

    void without(BigDecimal share) {
        if (share.signum() != 0) {
            value = value.times(BigDecimal.ONE.subtract(share));
            working.append(" × (1 - ").append(Figures.plain(share)).append(')');
        }
    }

    void faded(BigDecimal dropOff, int years) {
        if (dropOff.signum() != 0 && years > 0) {
            value = value.times(BigDecimal.ONE.subtract(dropOff).pow(years));
            working.append(" × (1 - %s)^%d".formatted(Figures.plain(dropOff), years));
        }
    }

    void discounted(Discount discount, int years) {
        if (discount != Discount.NONE && years > 0) {
            value = value.over(discount.divisor(years));
            working.append(" / %s^%d".formatted(discount.yearly(), years));
        }
    }

    Fraction value() {
        return value;
    }

    String working() {
        return working + " " + Figures.equal(value);
    }
}
