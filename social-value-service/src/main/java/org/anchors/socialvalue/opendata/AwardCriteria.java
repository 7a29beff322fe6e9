package org.anchors.socialvalue.opendata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.Methodology;
import org.anchors.socialvalue.scoring.Part;
import org.anchors.socialvalue.scoring.PriceFormula;
import org.anchors.socialvalue.scoring.SocialValueMethod;
import org.jspecify.annotations.Nullable;

/**
 * What a lot was judged by, down to the single questions; their weights are percentages of the whole and sum to 100.
 *
 * @param weightingDescription how price and quality are set against each other, where that is no sum of marks
 */
record AwardCriteria(@Nullable String weightingDescription, List<Line> criteria) {

    private static final String RATED = "ratedCriteria";

    /** One thing that brings marks. */
    record Line(String type, String name, String description, List<Figure> numbers) {}

    /** A weight or a threshold. */
    record Figure(
            BigDecimal number,
            @Nullable String weight,
            @Nullable String threshold) {

        static Figure weighing(BigDecimal percent) {
            return new Figure(percent, "percentageExact", null);
        }

        static Figure atLeast(BigDecimal mark) {
            return new Figure(mark, null, "minimumScore");
        }
    }

    static AwardCriteria of(Methodology methodology) {
        return new AwardCriteria(
                methodology.absolute().map(AwardCriteria::inWords).orElse(null),
                methodology.criteria().stream().flatMap(AwardCriteria::lines).toList());
    }

    /** The code of the standard for what decided all lots: the price, quality, or both. */
    static String code(Stream<Methodology> methodologies) {
        var codes = methodologies.map(AwardCriteria::code).distinct().toList();
        return codes.size() == 1 ? codes.getFirst() : RATED;
    }

    private static String code(Methodology methodology) {
        if (methodology.price().isEmpty()) {
            return "qualityOnly";
        }
        return methodology.criteria().size() == 1 ? "priceOnly" : RATED;
    }

    private static String inWords(PriceFormula.Absolute formula) {
        return switch (formula) {
            case PriceFormula.PricePerQualityPoint point -> "The price divided by the marks; the lowest figure wins.";
            case PriceFormula.ValueForMoneyIndex index ->
                "The marks, raised to the power of their weight over that of the price, divided by the price; the highest figure wins.";
            case PriceFormula.MonetisedQuality worth ->
                "The price less what the marks are worth in GBP; the lowest figure wins.";
        };
    }

    private static Stream<Line> lines(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Price price ->
                Stream.of(line("price", named(price), price.formula().name(), price.weight(), null));
            case Criterion.Quality quality -> marked(quality.whole(), named(quality), quality.weight());
            case Criterion.SocialValue value -> lines(value);
        };
    }

    private static Stream<Line> lines(Criterion.SocialValue value) {
        var weight = value.weight();
        return switch (value.method()) {
            case SocialValueMethod.Qualitative qualitative -> marked(value.whole(), named(value), weight);
            case SocialValueMethod.Quantitative quantitative -> Stream.of(counted(value, weight));
            case SocialValueMethod.Blended blended ->
                Stream.concat(
                        marked(value.whole(), named(value), weight.multiply(BigDecimal.ONE.subtract(blended.share()))),
                        Stream.of(counted(value, weight.multiply(blended.share()))));
        };
    }

    private static Line counted(Criterion.SocialValue value, BigDecimal weight) {
        return line("quality", named(value), "The value of what is committed to", weight, null);
    }

    private static Stream<Line> marked(Part part, String name, BigDecimal weight) {
        return part.isQuestion()
                ? Stream.of(line("quality", name, "Question " + part.key(), weight, part.passMark()))
                : part.parts().stream()
                        .flatMap(below -> marked(
                                below,
                                "%s / %s".formatted(name, below.title() == null ? below.key() : below.title()),
                                weight.multiply(below.weight()).movePointLeft(2)));
    }

    private static Line line(
            String type, String name, String description, BigDecimal weight, @Nullable BigDecimal least) {
        var numbers = new ArrayList<Figure>();
        if (weight.signum() > 0) {
            numbers.add(Figure.weighing(weight));
        }
        if (least != null) {
            numbers.add(Figure.atLeast(least));
        }
        return new Line(type, name, description, numbers);
    }

    private static String named(Criterion criterion) {
        return criterion.title() == null ? criterion.key() : criterion.title();
    }
}
