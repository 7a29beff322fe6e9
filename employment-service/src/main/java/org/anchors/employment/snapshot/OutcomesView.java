package org.anchors.employment.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of participants, as a policy lets it be seen.
 *
 * @param asOf milestones until this day count
 * @param policy the disclosure policy, with its version
 * @param rules the outcome rules by which the programmes are counted
 * @param funnel how many people reached each stage
 * @param conversions of those who reached a stage, how many reached another
 * @param matured who began work long enough ago to ask whether they stayed
 * @param kaplanMeier the estimate from everybody who began work
 * @param coverage how many programmes this speaks for
 * @param people whether somebody may be counted twice
 * @param returns totals without records of single people: given as such, or sealed; in no figure above
 * @param breakdowns the same by what people have in common
 */
@Schema(name = "Outcomes", description = "What became of participants, as a policy lets it be seen.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutcomesView(
        LocalDate asOf,
        String policy,
        List<String> rules,
        List<StageView> funnel,
        List<ConversionView> conversions,
        MaturedView matured,
        CurveView kaplanMeier,
        CoverageView coverage,
        PeopleView people,
        List<ReturnedView> returns,
        List<BreakdownView> breakdowns) {

    /**
     * A count of people; where it is suppressed there is none.
     *
     * @param people how many, rounded where the policy says so
     */
    @Schema(name = "OutcomeStage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StageView(Figure.Stage stage, @Nullable Long people, boolean suppressed) {}

    /**
     * Of those who reached a stage, how many reached another, in per cent with Wilson's interval at 95 %.
     *
     * @param part how many did
     * @param whole of how many
     */
    @Schema(name = "OutcomeConversion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConversionView(
            Figure.Stage from,
            Figure.Stage to,
            @Nullable Long part,
            @Nullable Long whole,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            boolean suppressed) {}

    /**
     * Those whose first start is long enough ago. Not known is a status, not a failure.
     *
     * @param people how many
     * @param notKnown who were in work when last heard of
     * @param percent the sustained in per cent of them, with Wilson's interval
     */
    @Schema(name = "OutcomeMatured")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MaturedView(
            @Nullable Long people,
            @Nullable Long sustained,
            @Nullable Long ended,
            @Nullable Long notKnown,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            boolean suppressed) {}

    /**
     * The share in work after so many days by Kaplan and Meier, with Greenwood's standard error, in per cent.
     *
     * @param horizon days after the first start at which the curve is read
     * @param atRisk people who were in work and in sight for so long
     * @param share who stay in work for at least so long; absent where nobody was in sight for so long
     * @param error standard error of the share, in percentage points; kept back where a policy protects
     * @param steps the curve; kept back where a policy protects, as it tells single people
     */
    @Schema(name = "OutcomeCurve")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CurveView(
            int horizon,
            @Nullable Long atRisk,
            @Nullable BigDecimal share,
            @Nullable BigDecimal error,
            @Nullable List<StepView> steps,
            boolean suppressed) {}

    /** A step of the curve: after so many days, of those still in sight, how many left, and the share that stayed. */
    @Schema(name = "OutcomeCurveStep")
    record StepView(int day, long atRisk, long left, BigDecimal share, BigDecimal error) {}

    /**
     * How many programmes the figures speak for.
     *
     * @param programmes those with records
     * @param of those that were asked for
     * @param inWords such as {@code 2 of 3 programmes}
     * @param totalsOnly those that gave totals instead
     * @param without those of which nothing is known
     */
    @Schema(name = "OutcomeCoverage")
    record CoverageView(int programmes, int of, String inWords, List<String> totalsOnly, List<String> without) {}

    /**
     * Whether somebody may be counted twice.
     *
     * @param mayHoldPeopleTwice whether a person in two of the programmes would be counted in both
     * @param recognisedBetween the programmes whose providers agreed to recognise people in each other's
     */
    @Schema(name = "OutcomePeople")
    record PeopleView(boolean mayHoldPeopleTwice, List<String> recognisedBetween) {}

    /** Where totals come from that no record stands behind. */
    @Schema(name = "OutcomeBasis")
    enum Basis {
        RETURN,
        SEALED
    }

    /**
     * Totals without records of single people.
     *
     * @param basis RETURN where a programme gave them as such, SEALED where its records were deleted after they had been kept
     *     for long enough
     * @param conversions of those counts that are known, however many were reached of how many; none of lower bounds
     */
    @Schema(name = "OutcomeReturned")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReturnedView(
            String programme,
            Basis basis,
            @Nullable String period,
            String quality,
            @Nullable Long participants,
            @Nullable Long jobOffers,
            @Nullable Long inWork,
            @Nullable Long sustained,
            List<ConversionView> conversions,
            boolean suppressed) {}

    /**
     * The figures by one thing that people have in common. Target groups overlap: they are not to be added up.
     *
     * @param by {@code programme}, {@code year}, {@code place}, {@code decile}, {@code age-band}, {@code employer} or
     *     {@code group}, where the caller may see groups
     */
    @Schema(name = "OutcomeBreakdown")
    record BreakdownView(String by, List<SliceView> slices) {}

    /**
     * One slice.
     *
     * @param name what the key stands for, where it has another name
     * @param signatory of an employer, whether it has signed the charter
     */
    @Schema(name = "OutcomeSlice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SliceView(
            String key,
            @Nullable String name,
            @Nullable Boolean signatory,
            List<StageView> funnel,
            List<ConversionView> conversions,
            MaturedView matured) {}
}
