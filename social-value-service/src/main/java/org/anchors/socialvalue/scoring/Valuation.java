package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How commitments become money: {@code quantity × proxy × (1 - deadweight) × (1 - attribution) × (1 - displacement)}, and in
 * year t, the first being 0, {@code × (1 - drop-off)^t / (1 + rate)^t}. All shares are from 0 to 1.
 *
 * @param deadweight what would have happened anyway
 * @param attribution what others bring about
 * @param displacement what is lost elsewhere
 * @param dropOff what fades each year
 * @param discounted whether money of later years is discounted at the Green Book's rate
 * @param riskToLife measures that are discounted at the rate for risk to life instead, beside those that their catalogue says so of
 * @param localMultipliers what money spent locally brings again, for the measures whose catalogue says nothing or something else
 */
public record Valuation(
        BigDecimal deadweight,
        BigDecimal attribution,
        BigDecimal displacement,
        BigDecimal dropOff,
        boolean discounted,
        Set<String> riskToLife,
        Map<String, BigDecimal> localMultipliers) {

    /** Quantity times proxy value, nothing else. */
    public static final Valuation GROSS = new Valuation(
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false, Set.of(), Map.of());

    Discount discountOf(Measure measure) {
        if (!discounted) {
            return Discount.NONE;
        }
        return measure.riskToLife() || riskToLife.contains(measure.code())
                ? Discount.RISK_TO_LIFE
                : Discount.GREEN_BOOK;
    }

    /** What the methodology says of a measure goes before what its catalogue says. */
    BigDecimal multiplierOf(Measure measure) {
        return localMultipliers.getOrDefault(
                measure.code(), Objects.requireNonNullElse(measure.localMultiplier(), BigDecimal.ONE));
    }
}
