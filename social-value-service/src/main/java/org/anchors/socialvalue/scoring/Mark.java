package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What evaluators gave for an answer.
 *
 * @param grade on the methodology's scale
 * @param of100 what that is of 100
 * @param reason why
 */
public record Mark(String grade, BigDecimal of100, @Nullable String reason) {

    public Mark {
        if (of100.signum() < 0 || of100.compareTo(Scale.HUNDRED) > 0) {
            throw new IllegalArgumentException("A mark of " + of100);
        }
    }
}
