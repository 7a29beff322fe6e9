package org.anchors.socialvalue.methodology;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What is bought for, in GBP.
 *
 * @param value without VAT
 * @param given with VAT; 20 % more than without, unless said otherwise
 * @param allLots of a lot, what all lots of its notice are worth together with VAT
 */
record Worth(
        BigDecimal value,
        @Nullable BigDecimal given,
        @Nullable BigDecimal allLots) {

    private static final BigDecimal VAT = new BigDecimal("1.2");

    BigDecimal withVat() {
        return given == null ? value.multiply(VAT).setScale(2, RoundingMode.HALF_UP) : given;
    }

    /** What policies go by. */
    BigDecimal ofNotice() {
        return allLots == null ? withVat() : allLots;
    }

    Worth within(BigDecimal worthOfAllLots) {
        return new Worth(value, given, worthOfAllLots);
    }

    /** Of a part of the value, which is above zero; VAT is split as the value is, to the penny. */
    Worth part(BigDecimal valueOfPart) {
        return new Worth(valueOfPart, withVat().multiply(valueOfPart).divide(value, 2, RoundingMode.HALF_UP), allLots);
    }

    /** The methodology with this worth. */
    MethodologyBody of(MethodologyBody body) {
        return new MethodologyBody(
                body.regime(),
                body.noticeDate(),
                body.earlierNotice(),
                body.buyerType(),
                body.policy(),
                body.waiver(),
                value,
                given,
                allLots,
                body.termYears(),
                body.framework(),
                body.place(),
                body.criteria(),
                body.gates(),
                body.scale(),
                body.rounding(),
                body.tieBreak(),
                body.valuation());
    }
}
