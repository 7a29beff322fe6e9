package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;

/** What money of later years is worth in the first one; HM Treasury, The Green Book. */
public enum Discount {
    NONE("0"),
    /** 3.5 % a year. */
    GREEN_BOOK("0.035"),
    /** 1.5 % a year, for risk to life and health. */
    RISK_TO_LIFE("0.015");

    private final BigDecimal rate;

    Discount(String rate) {
        this.rate = new BigDecimal(rate);
    }

    /** Divisor for money that falls due a number of years after the first one; exact. */
    BigDecimal divisor(int years) {
        return BigDecimal.ONE.add(rate).pow(years);
    }

    String yearly() {
        return BigDecimal.ONE.add(rate).toPlainString();
    }
}
