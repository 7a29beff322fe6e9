package org.anchors.charter.consolidated;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;

/**
 * Sums over organisations for one indicator, or one group of it, in one year.
 *
 * @param organisations how many gave a value
 * @param headcount the workforce of those, as far as they reported it
 * @param numerator sum of values, or of numerators
 * @param denominator sum of denominators
 * @param paired how many of them gave a value in the year before as well
 * @param pairedNumerator sum over those
 * @param pairedDenominator sum over those
 * @param previousNumerator what the same organisations gave in the year before
 * @param previousDenominator what the same organisations gave in the year before
 */
record Total(
        int year,
        String indicator,
        String group,
        long organisations,
        BigDecimal headcount,
        BigDecimal numerator,
        BigDecimal denominator,
        long paired,
        BigDecimal pairedNumerator,
        BigDecimal pairedDenominator,
        BigDecimal previousNumerator,
        BigDecimal previousDenominator) {

    /**
     * Names a figure within a year.
     *
     * @param group empty where the figure is not of a group
     */
    record Name(String indicator, String group) {

        /** The name as it is shown, such as {@code EMP-05.care-leaver}. */
        String id() {
            return group.isEmpty() ? indicator : indicator + "." + group;
        }

        static Name parse(String id) {
            var dot = id.indexOf('.');
            return dot < 0 ? new Name(id, "") : new Name(id.substring(0, dot), id.substring(dot + 1));
        }
    }

    Name name() {
        return new Name(indicator, group);
    }

    /** Nothing at all. */
    static Total none(Name name) {
        var zero = BigDecimal.ZERO;
        return new Total(0, name.indicator(), name.group(), 0, zero, zero, zero, 0, zero, zero, zero, zero);
    }

    /** The same sums, of which so many organisations are to be left out. */
    Total butFor(long organisationsLeftOut) {
        return new Total(
                year,
                indicator,
                group,
                organisations,
                headcount,
                numerator,
                denominator,
                organisationsLeftOut,
                pairedNumerator,
                pairedDenominator,
                previousNumerator,
                previousDenominator);
    }

    static Total of(Tuple row) {
        return new Total(
                row.get("year", Integer.class),
                row.get("indicator", String.class),
                row.get("grp", String.class),
                row.get("organisations", Long.class),
                row.get("headcount", BigDecimal.class),
                row.get("numerator", BigDecimal.class),
                row.get("denominator", BigDecimal.class),
                row.get("paired", Long.class),
                row.get("paired_numerator", BigDecimal.class),
                row.get("paired_denominator", BigDecimal.class),
                row.get("previous_numerator", BigDecimal.class),
                row.get("previous_denominator", BigDecimal.class));
    }
}
