package org.anchors.charter.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation reported for the year before, to hold this year's values against.
 *
 * @param year the year before
 * @param catalogue the edition that its values were given under; null where there is no report
 * @param values what it said
 */
record LastYear(ReportingYear year, @Nullable Catalogue catalogue, List<Said> values) {

    static final String EXPLANATION_MISSING = "explanation-missing";

    /** Last year's reason for a change says nothing about this year's. */
    private static final Set<String> NEVER_CARRIED =
            Set.of(ChangeCheck.BEYOND_BAND, ChangeCheck.JUMP, ChangeCheck.BASELINE);

    /**
     * One value of it.
     *
     * @param attributes what it carried beside its figure, as texts
     * @param explanation what was said to it
     * @param explained rules whose queries that explained
     */
    record Said(
            String indicator,
            @Nullable String group,
            State state,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Map<String, String> attributes,
            @Nullable String explanation,
            Set<String> explained) {

        /**
         * The explanation, where the same rule found the same value odd and it was explained then. It is carried once: what was
         * itself carried is not among the rules explained.
         */
        Optional<String> stillExplains(String rule, State now) {
            return now == state && hasExplained(rule) && !NEVER_CARRIED.contains(rule)
                    ? Optional.ofNullable(explanation)
                    : Optional.empty();
        }

        /** What was not given had to say why. */
        private boolean hasExplained(String rule) {
            return explained.contains(rule) || (state != State.GIVEN && rule.equals(EXPLANATION_MISSING));
        }
    }

    static LastYear none(ReportingYear year) {
        return new LastYear(year, null, List.of());
    }

    Optional<Said> find(@Nullable String indicator, @Nullable String group) {
        for (var said : values) {
            if (said.indicator().equals(indicator) && Objects.equals(said.group(), group)) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }
}
