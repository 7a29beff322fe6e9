package org.anchors.socialvalue.opendata;

import java.math.BigDecimal;

/** A value of the standard. */
record Money(BigDecimal amount, String currency) {

    static Money pounds(BigDecimal amount) {
        return new Money(amount, "GBP");
    }
}
