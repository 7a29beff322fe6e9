package org.anchors.socialvalue.robustness;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.socialvalue.scoring.Assessed;
import org.anchors.socialvalue.scoring.Bid;
import org.anchors.socialvalue.scoring.Commitment;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.Evaluation;
import org.anchors.socialvalue.scoring.Mark;
import org.anchors.socialvalue.scoring.Measure;
import org.anchors.socialvalue.scoring.Methodology;
import org.anchors.socialvalue.scoring.Part;
import org.anchors.socialvalue.scoring.Quantity;
import org.anchors.socialvalue.scoring.Scale;
import org.anchors.socialvalue.scoring.Scoring;

/** Makes bids up for a methodology, to see what it does with them. They pass every gate and come from nobody. */
final class DummyBids {

    private static final String POUND = "POUND";
    private static final Map<String, Measure> CATALOGUE = Map.of(POUND, new Measure(POUND, BigDecimal.ONE, Set.of()));

    /** Enough to find where a winner changes, however fine the scale is. */
    private static final int SOME = 11;

    private final Methodology methodology;

    DummyBids(Methodology methodology) {
        this.methodology = methodology;
    }

    /**
     * A bid.
     *
     * @param price as a share of the contract value
     * @param quality what it gets of 100 in every question of quality
     * @param socialValue what it gets of 100 in every question of social value
     * @param committed what it commits to, as a multiple of the contract value
     */
    record Idea(String key, String price, BigDecimal quality, BigDecimal socialValue, String committed) {}

    Evaluation scored(Idea... ideas) {
        return Scoring.evaluate(
                withoutPassMarks(),
                CATALOGUE,
                List.of(ideas).stream().map(this::bid).toList());
    }

    /** Pass marks are looked at by themselves. */
    private Methodology withoutPassMarks() {
        return new Methodology(
                methodology.outOf(),
                methodology.criteria().stream().map(DummyBids::open).toList(),
                List.of(),
                methodology.scale(),
                methodology.rounding(),
                methodology.tieBreaks(),
                methodology.terms());
    }

    private static Criterion open(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Price price -> price;
            case Criterion.Quality quality -> new Criterion.Quality(open(quality.whole()));
            case Criterion.SocialValue value -> new Criterion.SocialValue(open(value.whole()), value.method());
        };
    }

    private static Part open(Part part) {
        return new Part(
                part.key(),
                part.title(),
                part.weight(),
                null,
                part.parts().stream().map(DummyBids::open).toList());
    }

    private Bid bid(Idea idea) {
        var value = methodology.terms().contractValue();
        var marks = methodology.criteria().stream()
                .flatMap(criterion -> criterion
                        .questions()
                        .map(question -> Map.entry(
                                question.key(),
                                criterion instanceof Criterion.SocialValue ? idea.socialValue() : idea.quality())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Mark(entry.getValue().toPlainString(), entry.getValue(), null)));
        var committed = new BigDecimal(idea.committed()).multiply(value);
        return new Bid(
                idea.key(),
                null,
                new BigDecimal(idea.price()).multiply(value),
                null,
                Map.of(),
                marks,
                committed.signum() == 0
                        ? List.of()
                        : List.of(new Commitment(
                                POUND, new Quantity.Counted(committed), 1, null, Commitment.Standing.GOOD)));
    }

    /** What evaluators may give, of 100, the least first; every tenth where any number may be given. */
    List<BigDecimal> grades() {
        return switch (methodology.scale()) {
            case Scale.Percentages percentages ->
                IntStream.rangeClosed(0, 10)
                        .mapToObj(tenth -> BigDecimal.valueOf(10L * tenth))
                        .toList();
            case Scale.Grades grades ->
                grades.marks().values().stream().sorted().distinct().toList();
        };
    }

    /** The same, or 11 of them from the least to the best where there are more. */
    List<BigDecimal> someGrades() {
        var all = grades();
        return all.size() <= SOME
                ? all
                : IntStream.range(0, SOME)
                        .mapToObj(i -> all.get(i * (all.size() - 1) / (SOME - 1)))
                        .toList();
    }

    boolean everyEligibleBidHasMarks() {
        return methodology.everyEligibleBidHasMarks();
    }

    BigDecimal best() {
        return grades().getLast();
    }

    BigDecimal least() {
        return methodology.scale().least();
    }

    /** A bid that differs from others in its price only. */
    Idea pricedAt(String key, String price) {
        return new Idea(key, price, best(), best(), "0.01");
    }

    /** What a bid got for a criterion. */
    static BigDecimal given(Evaluation evaluation, String bid, Criterion criterion) {
        return evaluation.results().stream()
                .filter(result -> result.bid().equals(bid))
                .flatMap(result -> result.criteria().stream())
                .filter(assessed -> assessed.key().equals(criterion.key()))
                .map(Assessed::given)
                .findFirst()
                .orElseThrow();
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
