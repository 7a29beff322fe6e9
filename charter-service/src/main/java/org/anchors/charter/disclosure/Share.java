package org.anchors.charter.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * A percentage that was published, made from the exact parts. With one part visible it gives the other one away; a percentage
 * made from rounded parts that are both visible says nothing that they do not say, and is no share.
 *
 * @param publication where it was published
 * @param cell the figure that says it
 * @param part the quantities whose sum is the upper part
 * @param whole the quantities whose sum is the lower part; not 0
 * @param places decimal places of the percentage, rounded half up
 */
public record Share(String publication, String cell, Set<Quantity> part, Set<Quantity> whole, int places) {

    public Share {
        part = Set.copyOf(part);
        whole = Set.copyOf(whole);
    }

    /** The percentage without its point: 1.87 with two places is 187. */
    long digits() {
        return BigDecimal.valueOf(Sums.of(part))
                .movePointRight(2)
                .divide(BigDecimal.valueOf(Sums.of(whole)), places, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    /** What hundred per cent are in the unit of half a digit. */
    long unit() {
        return BigDecimal.valueOf(200).movePointRight(places).longValueExact();
    }

    String label() {
        return "%s in %s (%s %%)".formatted(cell, publication, BigDecimal.valueOf(digits(), places));
    }
}
