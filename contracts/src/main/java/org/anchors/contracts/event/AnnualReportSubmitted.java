package org.anchors.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signatory has submitted its annual report, or a later revision of it. The event carries the whole report's figures, so
 * that a revision replaces the one before it.
 *
 * @param reference the report's name, such as {@code mseft-2024-25}
 * @param organisation key of the signatory
 * @param year reporting year, April to March, such as {@code 2024-25}
 * @param revision counts from 1
 * @param submittedAt when this revision was submitted
 * @param due last day on which the report would have been on time
 * @param catalogue edition of the indicator catalogue that the values were given under
 * @param values the figures, in the order of the report
 * @param framework the recognised framework that the report follows; absent where it names none
 * @param boardApprovedOn day on which the board approved it; absent where it did not say
 * @param reason why a revision after the first was made; absent where it is the first, or a report sent again after a return
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@EventType(value = "org.anchors.charter.annual-report-submitted.v1", topic = Topic.CHARTER)
public record AnnualReportSubmitted(
        String reference,
        String organisation,
        String year,
        int revision,
        Instant submittedAt,
        LocalDate due,
        String catalogue,
        List<Value> values,
        @Nullable String framework,
        @Nullable LocalDate boardApprovedOn,
        @Nullable String reason)
        implements CharterEvent {

    /** Blank, zero, not applicable and not collected are four different states; a blank is simply not there. */
    public enum State {
        GIVEN,
        NOT_APPLICABLE,
        NOT_COLLECTED
    }

    /**
     * One figure of the report.
     *
     * @param indicator code in the catalogue, such as {@code EMP-03}
     * @param group target group, where the indicator is reported by group
     * @param state whether there is a figure; the other fields are absent where there is none
     * @param value the figure in the indicator's unit, unless it is a ratio
     * @param numerator upper part of a ratio
     * @param denominator lower part of a ratio
     * @param text the answer, for an indicator that takes a code
     * @param identifiers numbers of the organisations that were counted, as {@code GB-COH-01234567}; never of persons
     * @param attributes what the catalogue asks for beside the figure, by name, such as the basis of a calculation
     * @param reason why this value was restated; absent where it says nothing of its own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Value(
            String indicator,
            @Nullable String group,
            State state,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String text,
            @Nullable List<String> identifiers,
            @Nullable Map<String, String> attributes,
            @Nullable String reason) {

        /** A figure alone. */
        public Value(
                String indicator,
                @Nullable String group,
                State state,
                @Nullable BigDecimal value,
                @Nullable BigDecimal numerator,
                @Nullable BigDecimal denominator,
                @Nullable String text) {
            this(indicator, group, state, value, numerator, denominator, text, null, null, null);
        }

        /** A figure that names the organisations it counts, with nothing beside. */
        public Value(
                String indicator,
                @Nullable String group,
                State state,
                @Nullable BigDecimal value,
                @Nullable BigDecimal numerator,
                @Nullable BigDecimal denominator,
                @Nullable String text,
                @Nullable List<String> identifiers) {
            this(indicator, group, state, value, numerator, denominator, text, identifiers, null, null);
        }
    }

    @Override
    public String key() {
        return reference;
    }
}
