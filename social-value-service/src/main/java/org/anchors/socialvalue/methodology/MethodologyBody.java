package org.anchors.socialvalue.methodology;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anchors.socialvalue.policy.BuyerType;
import org.anchors.socialvalue.policy.Notice;
import org.anchors.socialvalue.policy.Policies;
import org.anchors.socialvalue.policy.Policy;
import org.anchors.socialvalue.policy.Regime;
import org.anchors.socialvalue.scoring.Methodology;
import org.anchors.socialvalue.scoring.TieBreak;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A methodology, as it is written down. Parts that could not be read are null, whatever the types say. */
@Schema(name = "Methodology", description = "What bids are judged by.")
public record MethodologyBody(
        @NotNull(message = "Name the regime.") @Schema(description = "The law that the procurement follows")
        Regime regime,

        @NotNull(message = "Give the date of the notice.")
        @Schema(description = "Date of the notice, which decides which policy holds")
        LocalDate noticeDate,

        @Nullable
        @Valid
        @Schema(description = "Why the notice is of more than 90 days before the publication here, where it is")
        Approved earlierNotice,

        @Nullable @Schema(description = "What kind of a public body buys; NHS, unless said otherwise")
        BuyerType buyerType,

        @Nullable
        @Schema(
                description =
                        "The policy that is followed; the one that must be, unless said otherwise; NONE where none must"
                                + " be and none is",
                examples = "PPN_002")
        String policy,

        @Nullable @Valid @Schema(description = "Why social value weighs less than the policy's minimum")
        Approved waiver,

        @NotNull(message = "Give the value of the contract.")
        @Schema(description = "In GBP, without VAT", examples = "2500000")
        BigDecimal contractValue,

        @Nullable @Schema(description = "In GBP, with VAT; 20 % more than without, unless said otherwise")
        BigDecimal contractValueWithVat,

        @Nullable
        @Schema(
                description =
                        "Of a lot: what all lots of the notice are worth together in GBP with VAT; policies go by it."
                                + " In a draft it may be left out")
        BigDecimal allLotsWithVat,

        @NotNull(message = "Give the term in years.") @Schema(description = "Years of the contract, 1 to 60")
        Integer termYears,

        @Nullable @Schema(description = "Whether it sets up a framework; no, unless said otherwise")
        Boolean framework,

        @Nullable @Valid @Schema(description = "The place whose people social value is for")
        Place place,

        @NotNull(message = "Send the criteria.")
        @Size(min = 1, max = 50, message = "A methodology has 1 to 50 criteria.")
        @Schema(description = "Their weights sum to exactly 100; at most one price and one of social value")
        List<@NotNull(message = "A criterion cannot be null.") @Valid CriterionBody> criteria,

        @Nullable
        @Size(max = 20, message = "At most 20 gates.")
        @Schema(description = "What a bid must pass to be eligible", examples = "[\"carbon-reduction-plan\"]")
        List<@NotNull(message = "A gate cannot be null.") @Pattern(regexp = KEY, message = KEY_FORM) String> gates,

        @Nullable @Valid @Schema(description = "What evaluators may give; 0 to 100, unless said otherwise")
        ScaleBody scale,

        @NotNull(message = "Say when and how marks are rounded; it is never implied.")
        @Valid
        @Schema(description = "When and how marks are rounded")
        RoundingBody rounding,

        @Nullable @Schema(description = "What decides between bids of the same total, first things first")
        List<@NotNull(message = "A tie-break cannot be null.") TieBreak> tieBreak,

        @Nullable
        @Valid
        @Schema(description = "How commitments become money; quantity times proxy value, unless said otherwise")
        ValuationBody valuation) {

    static final String KEY = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";
    static final String KEY_FORM =
            "Begin with a letter or digit; up to 60 letters, digits, points, underscores and hyphens.";

    private static final BigDecimal OUT_OF = new BigDecimal(100);

    Criteria allCriteria() {
        return new Criteria(criteria == null ? List.of() : criteria);
    }

    public List<String> gatesOrNone() {
        return gates == null ? List.of() : gates;
    }

    List<TieBreak> tieBreakOrNone() {
        return tieBreak == null ? List.of() : tieBreak;
    }

    ValuationBody valuationOrGross() {
        return valuation == null ? ValuationBody.GROSS : valuation;
    }

    /** Keys of all that evaluators mark, in an order of its own. */
    public Stream<String> questions() {
        return allCriteria().questions();
    }

    /** Measures that the valuation says something about. */
    public Stream<String> measuresOfTheValuation() {
        return valuationOrGross().measures();
    }

    /** Measures that it multiplies by what money spent locally brings again. */
    public Set<String> multipliedMeasures() {
        return valuationOrGross().localMultipliersOrNone().keySet();
    }

    /** What social value weighs, in percent; 0 where it is no criterion. */
    public BigDecimal socialValueWeight() {
        return allCriteria().weightOf(CriterionBody.Kind.SOCIAL_VALUE);
    }

    /** Whether commitments bring marks. */
    public boolean countsCommitments() {
        return allCriteria().countCommitments();
    }

    public boolean needsPrices() {
        return tieBreakOrNone().contains(TieBreak.LOWEST_PRICE) || allCriteria().include(CriterionBody.Kind.PRICE);
    }

    /** Where its criteria name amounts in GBP, which do not shrink with a lot. */
    public Stream<String> amounts() {
        return allCriteria().places(CriterionBody::amounts);
    }

    /** Where a criterion divides the price by the marks. */
    public Stream<String> divisions() {
        return allCriteria().places(CriterionBody::divisions);
    }

    public boolean needsArrival() {
        return tieBreakOrNone().contains(TieBreak.EARLIEST_BID);
    }

    public ScaleBody scaleOrPercentages() {
        return scale == null ? ScaleBody.PERCENTAGES : scale;
    }

    /** With everything said that may be left unsaid, and in one order where the order means nothing. */
    public MethodologyBody settled() {
        return new MethodologyBody(
                regime,
                noticeDate,
                earlierNotice,
                buyerTypeOrNhs(),
                policyInForce(),
                waiver,
                contractValue,
                worth().withVat(),
                allLotsWithVat,
                termYears,
                Boolean.TRUE.equals(framework) ? true : null,
                place,
                criteria.stream().map(CriterionBody::settled).toList(),
                gatesOrNone().stream().sorted().toList(),
                scale == null ? null : scale.settled(),
                rounding.settled(),
                tieBreak,
                valuationOrGross().settled());
    }

    /** What it is worth in GBP with VAT, if that is known. */
    public Optional<BigDecimal> valueWithVat() {
        return Optional.ofNullable(contractValue).map(known -> worth().withVat());
    }

    /** The same for one of the lots of a notice, all of which are worth so much in GBP with VAT. */
    public MethodologyBody within(BigDecimal all) {
        return worth().within(all).of(this);
    }

    /** The same for a lot that has a part of its value, if that is known; VAT is split as the value is, to the penny. */
    public MethodologyBody ofLot(@Nullable BigDecimal value) {
        return value == null || contractValue == null || contractValue.signum() <= 0
                ? this
                : worth().part(value).of(this);
    }

    private Worth worth() {
        return new Worth(contractValue, contractValueWithVat, allLotsWithVat);
    }

    /** What decides which policy holds, if enough is known. */
    @Nullable
    Notice notice() {
        return regime == null || noticeDate == null || contractValue == null
                ? null
                : new Notice(noticeDate, regime, buyerTypeOrNhs(), worth().ofNotice());
    }

    BuyerType buyerTypeOrNhs() {
        return buyerType == null ? BuyerType.NHS : buyerType;
    }

    /** The policy that is followed: the one that is named, or else the one that must be; {@link Policies#NONE} where none must. */
    public String policyInForce() {
        return policy == null ? PolicyCheck.inForce(this).map(Policy::key).orElse(Policies.NONE) : policy;
    }

    /** As scoring takes it; only for one without faults. */
    public Methodology methodology() {
        return new Methodology(
                OUT_OF,
                allCriteria().asScored(),
                gatesOrNone().stream().sorted().toList(),
                scaleOrPercentages().scale(),
                rounding.rounding(),
                tieBreakOrNone(),
                new Methodology.Terms(
                        Decimals.plain(contractValue),
                        valuationOrGross().valuation(),
                        place == null ? null : BigDecimal.valueOf(place.workingAge())));
    }
}
