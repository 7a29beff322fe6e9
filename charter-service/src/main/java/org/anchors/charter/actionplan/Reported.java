package org.anchors.charter.actionplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of an indicator.
 *
 * @param state GIVEN, NOT_APPLICABLE or NOT_COLLECTED
 * @param value the number; yes and no are 1 and 0
 * @param numerator upper part of a ratio
 * @param denominator lower part of a ratio
 * @param text the answer, for an indicator that takes a code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reported(
        AnnualReportSubmitted.State state,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String text) {

    /** A ratio over something. */
    record Ratio(BigDecimal numerator, BigDecimal denominator) {}

    Optional<Ratio> ratio() {
        return numerator == null || denominator == null || denominator.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Ratio(numerator, denominator));
    }
}
