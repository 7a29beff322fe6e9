package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Marks with what is carried on to the next step.
 *
 * @param carried exact, or rounded where the stage of the methodology rounds it
 */
record Marked(Fraction carried, Assessed assessed) {

    /** What is marked, before its marks are known. */
    record Heading(String key, @Nullable String title, BigDecimal weight, String assessedBy) {}
}
