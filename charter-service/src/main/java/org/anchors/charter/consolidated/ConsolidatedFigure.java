package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.anchors.charter.indicator.Aggregation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the consolidated report.
 *
 * @param id the indicator's code, with the group behind a dot where the figure is of a group
 * @param indicator code in the catalogue
 * @param group target group, which overlaps with others and must not be added up; or what the values of the figure have in
 *     common, such as {@code method=ECC}, or the part of the indicator's value that it is
 * @param pillar the pillar it belongs to
 * @param name what is measured
 * @param unit unit of the value
 * @param aggregation how the values became one
 * @param numerator sum of numerators, for a ratio
 * @param denominator sum of denominators, for a ratio
 * @param value the figure; a ratio is rounded half up to 2 places, and absent over a denominator of zero
 * @param coverage how many organisations it speaks for
 * @param change on the year before; absent where nobody reported it then, and where the two years cannot be compared
 * @param provenance where the reports behind it can be read; absent under a disclosure policy, for they are read as they are
 * @param range where only bounds are known: the figure is at least low and at most high
 * @param distribution how many organisations gave which answer, for codes and levels
 * @param median the middle level, or the two in the middle; levels have no mean
 * @param notPooled organisations whose value is kept and not part of the figure, with the reason
 * @param caveat what to bear in mind when it is read
 * @param suppressed the members that the disclosure policy keeps back, such as {@code value} or {@code change.previous}: a
 *     table prints {@code *} for each; absent where it keeps nothing back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsolidatedFigure(
        String id,
        String indicator,
        @Nullable String group,
        String pillar,
        String name,
        String unit,
        Aggregation aggregation,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        Coverage coverage,
        @Nullable Change change,
        @Nullable String provenance,
        @Nullable Range range,
        @Nullable List<Answer> distribution,
        @Nullable Range median,
        @Nullable List<NotPooled> notPooled,
        @Nullable String caveat,

        @Schema(
                description =
                        "Members that the disclosure policy keeps back, such as value or change.previous; print * for each")
        @Nullable
        List<String> suppressed) {

    /** Whether the disclosure policy keeps a member back, by itself or with what it is part of. */
    public boolean keepsBack(String member) {
        return suppressed != null
                && suppressed.stream().anyMatch(kept -> kept.equals(member) || member.startsWith(kept + "."));
    }

    ConsolidatedFigure withoutProvenance() {
        return with(coverage, change, null, List.of());
    }

    /**
     * As it is shown where a disclosure policy controls it. The share of the workforce would tell whose it is, and one that is
     * only there while nothing is kept back would tell of what is withheld later.
     */
    ConsolidatedFigure controlled(List<String> kept) {
        return with(new Coverage(coverage.organisations(), coverage.of(), null), change, null, kept);
    }

    ConsolidatedFigure withoutChange() {
        var kept = suppressed == null
                ? List.<String>of()
                : suppressed.stream()
                        .filter(member -> !member.startsWith("change"))
                        .toList();
        return with(coverage, null, provenance, kept);
    }

    private ConsolidatedFigure with(
            Coverage otherCoverage, @Nullable Change otherChange, @Nullable String otherProvenance, List<String> kept) {
        return new ConsolidatedFigure(
                id,
                indicator,
                group,
                pillar,
                name,
                unit,
                aggregation,
                numerator,
                denominator,
                value,
                otherCoverage,
                otherChange,
                otherProvenance,
                range,
                distribution,
                median,
                notPooled,
                caveat,
                kept.isEmpty() ? null : kept);
    }

    /** As it stands where its values may not be added: its parts are figures of their own. */
    ConsolidatedFigure notAddedUp() {
        return new ConsolidatedFigure(
                id,
                indicator,
                group,
                pillar,
                name,
                unit,
                aggregation,
                null,
                null,
                null,
                coverage,
                null,
                provenance,
                null,
                null,
                null,
                notPooled,
                caveat,
                suppressed);
    }

    /** Bounds, both possible. */
    public record Range(BigDecimal low, BigDecimal high) {}

    /** How many organisations gave an answer. */
    public record Answer(String answer, long organisations) {}

    /** An organisation whose value is not pooled. */
    public record NotPooled(String organisation, String reason) {}

    /**
     * How many organisations a figure speaks for.
     *
     * @param organisations those that gave it
     * @param of those that were expected to report
     * @param headcountShare their part of the workforce of all that reported theirs, 0 to 1 with 2 places; absent where a
     *     disclosure policy controls the figure
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Coverage(
            long organisations, int of, @Nullable BigDecimal headcountShare) {}

    /**
     * The change on the year before.
     *
     * @param previous the figure of the year before, of all who reported then
     * @param likeForLike change of the organisations that reported in both years; absent where none did
     * @param unit unit of the change; percentage points for a share, never mixed with a relative change
     * @param organisations how many reported in both years
     * @param joiners those that gave it this year only, and their figure
     * @param leavers those that gave it the year before only, and their figure then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            @Nullable BigDecimal previous,
            @Nullable BigDecimal likeForLike,
            String unit,
            long organisations,
            Apart joiners,
            Apart leavers) {}

    /** Organisations that gave a figure in one of two years only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Apart(long organisations, @Nullable BigDecimal value) {}
}
