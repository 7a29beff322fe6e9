package org.anchors.socialvalue.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What deliveries are worth in GBP: of what each whole obligation is worth, the share that is delivered of it. Sums are added as they
 * are and rounded once, so that whoever delivers all of it in three parts has delivered all that it is worth.
 */
final class Worth {

    /** Of a line, in SQL; none where its obligation has no value. To 40 places, so that no sum of them is rounded the wrong way. */
    static final String OF_LINE = "line.quantity::numeric(80, 40) * obligation.value / nullif(obligation.quantity, 0)";

    private static final int BEYOND_DOUBT = 24;
    private static final int PENCE = 2;

    private Worth() {}

    /** A sum of such, half a penny up; what a division left of a third and a sixth is half a penny too. */
    static BigDecimal toThePenny(BigDecimal sum) {
        return sum.setScale(BEYOND_DOUBT, RoundingMode.HALF_UP).setScale(PENCE, RoundingMode.HALF_UP);
    }
}
