package org.anchors.socialvalue.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of the notices that a law holds for.
 *
 * @param from the first day
 * @param until the first day on which it does so no longer; open where there is none
 * @param source where that is laid down
 */
public record RegimeDays(
        Regime regime, LocalDate from, @Nullable LocalDate until, String source) {

    public boolean include(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
