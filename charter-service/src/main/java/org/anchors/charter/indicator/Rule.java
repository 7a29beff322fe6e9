package org.anchors.charter.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rule across the values of one report, such as "bikes for staff are part of all bikes". It is checked where both sides were
 * given.
 *
 * @param name stable name of the rule
 * @param left the value that is checked; with {@code [*]} the value of each group
 * @param relation how left must stand to right
 * @param right the value it is checked against, a sum of groups, or a number
 * @param severity whether a breach must be mended, or mended or explained
 * @param factor right is multiplied with this first
 * @param mend what would make it right
 */
public record Rule(
        String name,
        Operand left,
        Relation relation,
        Operand right,
        Severity severity,
        @Nullable BigDecimal factor,
        String mend) {

    /** How two values must stand to each other. */
    public enum Relation {
        AT_MOST,
        AT_LEAST,
        EQUAL;

        boolean holds(BigDecimal left, BigDecimal right) {
            var order = left.compareTo(right);
            return switch (this) {
                case AT_MOST -> order <= 0;
                case AT_LEAST -> order >= 0;
                case EQUAL -> order == 0;
            };
        }
    }

    /** What a breach means. */
    public enum Severity {
        /** Must be mended. */
        ERROR,
        /** Must be mended or explained. */
        QUERY
    }

    public boolean holds(BigDecimal leftValue, BigDecimal rightValue) {
        return relation.holds(leftValue, factor == null ? rightValue : rightValue.multiply(factor));
    }
}
