package org.anchors.socialvalue.methodology;

import java.math.BigDecimal;

/** Numbers that mean the same are made the same: 40, 40.0 and 4e1. */
public final class Decimals {

    private Decimals() {}

    public static BigDecimal plain(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        var shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
