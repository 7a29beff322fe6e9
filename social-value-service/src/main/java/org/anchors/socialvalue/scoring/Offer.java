package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The social and local economic value (SLEV) of what a bid commits to, in GBP to the penny; the workings say what is carried on.
 *
 * @param value of all that counts
 * @param lines each commitment, by measure and year
 */
public record Offer(BigDecimal value, List<Line> lines) {

    /**
     * One commitment.
     *
     * @param counted whether it counts
     * @param value absent where it is recorded only, or does not count
     * @param reason why evaluators ruled that it does not count, where they did
     */
    public record Line(
            String measure,
            int year,
            boolean counted,
            @Nullable BigDecimal value,
            String working,
            @Nullable String reason) {}
}
