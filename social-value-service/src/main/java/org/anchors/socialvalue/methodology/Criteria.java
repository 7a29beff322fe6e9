package org.anchors.socialvalue.methodology;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.PriceFormula;
import org.anchors.socialvalue.scoring.QuantitativeMethod;
import org.anchors.socialvalue.scoring.SocialValueMethod;
import org.jspecify.annotations.Nullable;

/** The criteria of a methodology, which may have faults: one that could not be read is null. */
record Criteria(List<CriterionBody> bodies) {

    Stream<CriterionBody> read() {
        return bodies.stream().filter(Objects::nonNull);
    }

    boolean include(CriterionBody.Kind kind) {
        return read().anyMatch(criterion -> criterion.kind() == kind);
    }

    /** What those of a kind weigh together, in percent. */
    BigDecimal weightOf(CriterionBody.Kind kind) {
        return weightOf(criterion -> criterion.kind() == kind);
    }

    private BigDecimal weightOf(Predicate<CriterionBody> which) {
        return read().filter(which).map(CriterionBody::weightOrNone).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean countCommitments() {
        return read().anyMatch(CriterionBody::isCounted);
    }

    /** Keys of all criteria and of their parts. */
    Stream<String> keys() {
        return read().flatMap(criterion -> criterion.whole().withAllBelow())
                .map(PartBody::key)
                .filter(Objects::nonNull);
    }

    /** Keys of all that evaluators mark. */
    Stream<String> questions() {
        return read().filter(CriterionBody::isMarked)
                .flatMap(criterion -> criterion.whole().withAllBelow())
                .filter(part -> part.partsOrNone().isEmpty())
                .map(PartBody::key)
                .filter(Objects::nonNull);
    }

    /** Where in the methodology fields of criteria stand. */
    Stream<String> places(Function<CriterionBody, Stream<String>> fields) {
        return IntStream.range(0, bodies.size()).boxed().flatMap(i -> Stream.ofNullable(bodies.get(i))
                .flatMap(fields)
                .map(field -> "/criteria/%d/%s".formatted(i, field)));
    }

    /** Only for those without faults. */
    List<Criterion> asScored() {
        return bodies.stream().map(this::criterion).toList();
    }

    private Criterion criterion(CriterionBody body) {
        return switch (body.kind()) {
            case PRICE ->
                new Criterion.Price(body.key(), body.title(), Decimals.plain(body.weightOrNone()), formula(body));
            case QUALITY -> new Criterion.Quality(body.whole().part());
            case SOCIAL_VALUE -> new Criterion.SocialValue(body.whole().part(), method(body));
        };
    }

    private PriceFormula formula(CriterionBody body) {
        return switch (require(body.formula())) {
            case LOWEST_PRICE_RELATIVE -> new PriceFormula.LowestPriceRelative();
            case LINEAR_FIXED_BOUNDS ->
                new PriceFormula.LinearFixedBounds(
                        Decimals.plain(require(body.bounds()).lower()),
                        Decimals.plain(require(body.bounds()).upper()));
            case MIN_MAX -> new PriceFormula.MinMax();
            case PRICE_PER_QUALITY_POINT -> new PriceFormula.PricePerQualityPoint();
            case VALUE_FOR_MONEY_INDEX ->
                new PriceFormula.ValueForMoneyIndex(
                        Decimals.plain(weightOf(one -> one.kind() != CriterionBody.Kind.PRICE)),
                        Decimals.plain(body.weightOrNone()));
            case MONETISED_QUALITY -> new PriceFormula.MonetisedQuality(Decimals.plain(require(body.qualityWorth())));
        };
    }

    private static SocialValueMethod method(CriterionBody body) {
        return switch (require(body.method())) {
            case QUALITATIVE -> new SocialValueMethod.Qualitative();
            case QUANTITATIVE -> new SocialValueMethod.Quantitative(counting(body));
            case BLENDED ->
                new SocialValueMethod.Blended(Decimals.plain(require(body.quantitativeShare())), counting(body));
        };
    }

    private static QuantitativeMethod counting(CriterionBody body) {
        var quantitative = require(body.quantitative());
        return switch (quantitative.method()) {
            case RELATIVE_TO_HIGHEST -> new QuantitativeMethod.RelativeToHighest();
            case AGAINST_TARGET -> new QuantitativeMethod.AgainstTarget(Decimals.plain(require(quantitative.target())));
            case SHARE_OF_CONTRACT -> new QuantitativeMethod.ShareOfContract();
        };
    }

    private static <T> T require(@Nullable T part) {
        return Objects.requireNonNull(part, "A methodology with faults is not scored");
    }
}
