package org.anchors.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a pre-employment programme have other totals than before. One statement is about one programme, one of its
 * cohorts or all that has none, one reporting year and one target group or everyone. Groups overlap, and offers are not jobs.
 *
 * @param programme key of the programme
 * @param name what it is called
 * @param provider key of the organisation that runs it
 * @param cohort key of the cohort; absent where the programme gives totals only, and where a group is counted over all its cohorts
 * @param year reporting year, such as {@code 2022-23}; absent where the period is not stated
 * @param period the period as it was stated, such as {@code 2022-04/2022-12}; absent where it was not
 * @param group target group; absent for everyone
 * @param basis whether they are counted from records or were given as totals
 * @param quality how exact they are
 * @param totals the counts
 * @param version counts the statements about the same programme, cohort, year, group and basis, from 1; the highest is what holds
 * @param countedAt when they were counted
 */
@EventType(value = "org.anchors.employment.outcome-totals-changed.v1", topic = Topic.EMPLOYMENT)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeTotalsChanged(
        String programme,
        String name,
        String provider,
        @Nullable String cohort,
        @Nullable String year,
        @Nullable String period,
        @Nullable String group,
        Basis basis,
        Quality quality,
        Totals totals,
        int version,
        Instant countedAt)
        implements EmploymentEvent {

    /** Where totals come from. */
    public enum Basis {
        RECORDS,
        RETURN
    }

    /** How exact totals are. */
    public enum Quality {
        EXACT,
        ROUNDED,
        LOWER_BOUND,
        PERIOD_NOT_STATED
    }

    /**
     * Counts of people. One that is not known is absent, which is not zero.
     *
     * @param participants who started
     * @param jobOffers who were offered a job
     * @param inWork who started a job
     * @param sustained who were still in work after the time that the programme's outcome rule names
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Totals(
            @Nullable Integer participants,
            @Nullable Integer jobOffers,
            @Nullable Integer inWork,
            @Nullable Integer sustained) {}

    @Override
    public String key() {
        return programme;
    }
}
