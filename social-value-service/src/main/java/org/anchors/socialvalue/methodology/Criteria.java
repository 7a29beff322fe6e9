package org.anchors.socialvalue.methodology;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.PriceFormula;
import org.anchors.socialvalue.scoring.QuantitativeMethod;
import org.anchors.socialvalue.scoring.SocialValueMethod;
import org.jspecify.annotations.Nullable;

/** Criteria without faults, as scoring takes them. */
record Criteria(List<CriterionBody> bodies) {

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
                new PriceFormula.ValueForMoneyIndex(weightOfTheOthers(), Decimals.plain(body.weightOrNone()));
            case MONETISED_QUALITY -> new PriceFormula.MonetisedQuality(Decimals.plain(require(body.qualityWorth())));
        };
    }

    private BigDecimal weightOfTheOthers() {
        return Decimals.plain(bodies.stream()
                .filter(body -> body.kind() != CriterionBody.Kind.PRICE)
                .map(CriterionBody::weightOrNone)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
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
