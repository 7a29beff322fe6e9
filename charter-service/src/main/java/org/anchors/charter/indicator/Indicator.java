package org.anchors.charter.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The definition of one indicator, as one edition of the catalogue gives it.
 *
 * @param code such as {@code EMP-03}
 * @param pillar the pillar it belongs to
 * @param name what is measured
 * @param unit unit of the value, {@code %} for a share
 * @param kind form of a value
 * @param aggregation how values of many organisations become one
 * @param direction which way is better
 * @param numerator what the numerator, or the number, counts
 * @param denominator what the denominator counts
 * @param scale how a ratio is expressed
 * @param lower smallest value, or ratio as it is expressed
 * @param upper largest value, or ratio as it is expressed
 * @param places decimal places that a number may have; 0 for what is counted
 * @param codes the answers of a CODE indicator
 * @param groupUse whether it is reported by target group
 * @param groups the target groups; they overlap and are never added up
 * @param bandPercent a change on the year before by more than this many per cent of it is queried
 * @param bandPoints a share that changed by more than this many percentage points is queried
 * @param bandSteps a level that moved by more than this is queried
 * @param fixedDenominator whether the denominator is a baseline, queried where it differs from the year before
 * @param attributes what a value carries beside its figure
 * @param adding what to bear in mind when values of several organisations are added up
 * @param disclosureControl whether it counts people and leaves the platform through a disclosure policy only
 * @param commitments the charter commitments it shows
 * @param basis where the definition comes from
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Indicator(
        String code,
        String pillar,
        String name,
        String unit,
        Kind kind,
        Aggregation aggregation,
        Direction direction,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable Scale scale,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        int places,
        List<String> codes,
        GroupUse groupUse,
        List<String> groups,
        @Nullable BigDecimal bandPercent,
        @Nullable BigDecimal bandPoints,
        @Nullable BigDecimal bandSteps,
        boolean fixedDenominator,
        List<Attribute> attributes,
        List<Caution> adding,
        boolean disclosureControl,
        List<String> commitments,
        String basis) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Which way is better. */
    public enum Direction {
        UP,
        DOWN,
        /** Neither: it says what the other figures are to be read against. */
        CONTEXT,
        NONE
    }

    /** Whether values come by target group. */
    public enum GroupUse {
        NONE,
        /** A total, and parts of it by group. */
        OPTIONAL,
        /** By group only. */
        REQUIRED
    }

    /** What to bear in mind when values of several organisations are added up (indicators.csv). */
    public enum Caution {
        /** It is a state on a day: nothing that happened over a year is added to it. */
        STATE_ON_A_DAY,
        /** Several partners may know the same people. */
        SHARED_PEOPLE,
        /** What several hold together is counted by its host alone. */
        HOST_ONLY,
        /** What several work on is counted by whoever leads it alone. */
        LEAD_ONLY
    }

    public Indicator {
        codes = codes == null ? List.of() : List.copyOf(codes);
        groups = groups == null ? List.of() : List.copyOf(groups);
        attributes = attributes == null ? List.of() : List.copyOf(attributes);
        adding = adding == null ? List.of() : List.copyOf(adding);
        commitments = commitments == null ? List.of() : List.copyOf(commitments);
        groupUse = groupUse == null ? GroupUse.NONE : groupUse;
        scale = scale == null ? Scale.PERCENT : scale;
    }

    /** A share cannot have a numerator above its denominator; other ratios can. */
    @JsonIgnore
    public boolean isShare() {
        return scale == Scale.PERCENT && (kind == Kind.PART_OF || HUNDRED.equals(upper));
    }

    /** Whether values of two years can be compared: both editions measure the same thing in the same way. */
    public boolean isComparableWith(Indicator other) {
        return kind == other.kind && unit.equals(other.unit) && ratioScale() == other.ratioScale();
    }

    @JsonIgnore
    public Optional<Attribute> attribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    public Scale ratioScale() {
        return scale == null ? Scale.PERCENT : scale;
    }
}
