package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A random methodology with bids that fit it; the same for the same seed. */
final class SomeProcurement {

    private final Random random;
    private final Methodology methodology;
    private final List<Bid> bids;

    SomeProcurement(long seed) {
        this.random = new Random(seed);
        this.methodology = someMethodology();
        this.bids =
                IntStream.range(0, 1 + random.nextInt(7)).mapToObj(this::bid).toList();
    }

    private SomeProcurement(Methodology methodology, List<Bid> bids) {
        this.random = new Random(0);
        this.methodology = methodology;
        this.bids = bids;
    }

    Methodology methodology() {
        return methodology;
    }

    List<Bid> bids() {
        return bids;
    }

    Evaluation evaluate(List<Bid> these) {
        return Scoring.evaluate(methodology, Given.CATALOGUE, these);
    }

    SomeProcurement rounding(Rounding rounding) {
        return with(methodology.outOf(), methodology.criteria(), rounding);
    }

    SomeProcurement scaled(int times) {
        var factor = new BigDecimal(times);
        var criteria = methodology.criteria().stream()
                .map(criterion -> scaled(criterion, factor))
                .toList();
        return with(methodology.outOf().multiply(factor), criteria, methodology.rounding());
    }

    private SomeProcurement with(BigDecimal outOf, List<Criterion> criteria, Rounding rounding) {
        return new SomeProcurement(
                new Methodology(
                        outOf,
                        criteria,
                        methodology.gates(),
                        methodology.scale(),
                        rounding,
                        List.of(),
                        methodology.terms()),
                bids);
    }

    private static Criterion scaled(Criterion criterion, BigDecimal factor) {
        return switch (criterion) {
            case Criterion.Price price ->
                new Criterion.Price(price.key(), price.title(), price.weight().multiply(factor), price.formula());
            case Criterion.Quality quality -> new Criterion.Quality(scaled(quality.whole(), factor));
            case Criterion.SocialValue value ->
                new Criterion.SocialValue(scaled(value.whole(), factor), value.method());
        };
    }

    private static Part scaled(Part whole, BigDecimal factor) {
        return new Part(whole.key(), whole.title(), whole.weight().multiply(factor), whole.passMark(), whole.parts());
    }

    BigDecimal lower(BigDecimal price) {
        return price.multiply(BigDecimal.valueOf(1 + random.nextInt(999), 3));
    }

    static Bid at(BigDecimal price, Bid bid) {
        return new Bid(bid.key(), bid.supplier(), price, bid.receivedAt(), bid.gates(), bid.marks(), bid.commitments());
    }

    private Methodology someMethodology() {
        var weights = weights(3);
        var formula = formula(weights);
        var unweighted = formula instanceof PriceFormula.PricePerQualityPoint
                || formula instanceof PriceFormula.MonetisedQuality;
        var quality = unweighted ? weights.get(1).add(weights.get(0)) : weights.get(1);
        var rounding = new Rounding(pick(Rounding.Stage.values()), random.nextInt(4), pick(Rounding.Mode.values()));
        return Given.usual()
                .gates("gate")
                .rounding(rounding)
                .tieBreaks(TieBreak.values())
                .methodology(
                        new Criterion.Price("price", null, unweighted ? BigDecimal.ZERO : weights.get(0), formula),
                        new Criterion.Quality(part("q", quality, 3)),
                        new Criterion.SocialValue(part("s", weights.get(2), 1), socialValue()));
    }

    private PriceFormula formula(List<BigDecimal> weights) {
        return switch (random.nextInt(6)) {
            case 0 -> new PriceFormula.LinearFixedBounds(new BigDecimal(100), new BigDecimal(900));
            case 1 -> new PriceFormula.MinMax();
            case 2 -> new PriceFormula.PricePerQualityPoint();
            case 3 -> new PriceFormula.ValueForMoneyIndex(weights.get(1).add(weights.get(2)), weights.getFirst());
            case 4 -> new PriceFormula.MonetisedQuality(new BigDecimal(500));
            default -> new PriceFormula.LowestPriceRelative();
        };
    }

    private SocialValueMethod socialValue() {
        var method =
                switch (random.nextInt(3)) {
                    case 0 -> new QuantitativeMethod.RelativeToHighest();
                    case 1 -> new QuantitativeMethod.AgainstTarget(new BigDecimal("0.1"));
                    default -> new QuantitativeMethod.ShareOfContract();
                };
        return switch (random.nextInt(3)) {
            case 0 -> new SocialValueMethod.Qualitative();
            case 1 -> new SocialValueMethod.Quantitative(method);
            default -> new SocialValueMethod.Blended(BigDecimal.valueOf(1 + random.nextInt(99), 2), method);
        };
    }

    private Part part(String key, BigDecimal weight, int depth) {
        var children = depth == 0 || random.nextInt(3) == 0 ? 0 : 2 + random.nextInt(3);
        var weights = children == 0 ? List.<BigDecimal>of() : weights(children);
        var parts = new ArrayList<Part>();
        for (var i = 0; i < children; i++) {
            parts.add(part(key + "-" + i, weights.get(i), depth - 1));
        }
        return new Part(key, null, weight, null, parts);
    }

    /** Weights of at least 1 that sum to exactly 100. */
    private List<BigDecimal> weights(int many) {
        var left = 10_000;
        var weights = new ArrayList<BigDecimal>();
        for (var i = 1; i < many; i++) {
            var most = left - 100 * (many - i);
            var weight = 100 + random.nextInt(most - 99);
            weights.add(BigDecimal.valueOf(weight, 2));
            left -= weight;
        }
        weights.add(BigDecimal.valueOf(left, 2));
        return weights;
    }

    /** A quality above 0, so that every formula is defined. */
    private Bid bid(int number) {
        var marks = new HashMap<String, Mark>();
        methodology.questions().forEach(question -> marks.put(question.key(), Given.mark(someMark())));
        return new Bid(
                "bid-" + number,
                null,
                BigDecimal.valueOf(1 + random.nextInt(20) * 50L),
                null,
                Map.of("gate", random.nextInt(5) > 0 || number == 0),
                marks,
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> Given.commitment("JOB", String.valueOf(random.nextInt(5)), 1 + i))
                        .toList());
    }

    private String someMark() {
        return BigDecimal.valueOf(10 + random.nextInt(991), random.nextBoolean() ? 1 : 2)
                .toPlainString();
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
