package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A measure of the catalogue that values commitments.
 *
 * @param proxy what one of it is worth, in GBP; none where it is only recorded or described
 * @param stacksWith measures that may be claimed together with it for the same person or pound
 * @param localMultiplier what money spent locally brings again, unless the methodology names another
 * @param riskToLife whether it is discounted at the rate for risk to life, where money is discounted
 * @param labour what one of it takes of people
 */
public record Measure(
        String code,
        @Nullable BigDecimal proxy,
        Set<String> stacksWith,
        @Nullable BigDecimal localMultiplier,
        boolean riskToLife,
        Labour labour) {

    /** Without a multiplier, discounted as money is. */
    public Measure(String code, @Nullable BigDecimal proxy, Set<String> stacksWith) {
        this(code, proxy, stacksWith, null, false, Labour.NONE);
    }

    /** Whether both may be claimed for the same person or pound; it is enough that one of them says so. */
    boolean mayBeClaimedWith(Measure other) {
        return stacksWith.contains(other.code) || other.stacksWith.contains(code);
    }
}
