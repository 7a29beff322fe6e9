package org.anchors.socialvalue.robustness;

import static org.anchors.socialvalue.robustness.DummyBids.given;
import static org.anchors.socialvalue.robustness.DummyBids.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchors.socialvalue.robustness.DummyBids.Idea;
import org.anchors.socialvalue.robustness.Warning.Rule;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.PriceFormula;

/** What a price formula does with dummy bids. */
final class PriceTrial {

    private final DummyBids dummies;
    private final List<Warning> warnings = new ArrayList<>();

    private PriceTrial(DummyBids dummies) {
        this.dummies = dummies;
    }

    static List<Warning> of(Criterion.Price price, DummyBids dummies) {
        var trial = new PriceTrial(dummies);
        trial.price(price);
        return trial.warnings;
    }

    private void price(Criterion.Price price) {
        switch (price.formula()) {
            case PriceFormula.Relative relative -> {
                closePrices(price);
                pricesAlike(price);
                losingBids(price);
            }
            case PriceFormula.PricePerQualityPoint perPoint -> {
                if (!dummies.everyEligibleBidHasMarks()) {
                    warnings.add(new Warning(
                            Rule.LOWEST_GRADE_NOT_SCORED,
                            price.key(),
                            "An eligible bid may get 0, has no price per quality point then, and the evaluation is refused: set"
                                    + " pass marks of which something is left after rounding."));
                }
            }
            case PriceFormula.ValueForMoneyIndex index -> priceAgainstQuality(price);
            case PriceFormula.MonetisedQuality monetised -> priceAgainstQuality(price);
        }
    }

    /** Without price marks nothing else says how much a grade may cost. Grades of 0 tell nothing: an index of 0 loses to any. */
    private void priceAgainstQuality(Criterion.Price price) {
        var grades =
                dummies.grades().stream().filter(grade -> grade.signum() > 0).toList();
        if (grades.size() > 1) {
            outweighed(
                    price,
                    Rule.PRICE_OUTWEIGHED,
                    graded("A", "2", grades.getLast()),
                    graded("B", "1", grades.get(grades.size() - 2)));
            outweighed(
                    price,
                    Rule.QUALITY_OUTWEIGHED,
                    graded("A", "0.99", grades.getFirst()),
                    graded("B", "1", grades.getLast()));
        }
    }

    private static Idea graded(String key, String price, BigDecimal grade) {
        return new Idea(key, price, grade, grade, "0.01");
    }

    private void outweighed(Criterion.Price price, Rule rule, Idea odd, Idea meant) {
        if (Objects.equals(dummies.scored(odd, meant).winner(), odd.key())) {
            warnings.add(new Warning(
                    rule,
                    price.key(),
                    "A bid with %s of 100 everywhere at %s times the contract value wins over one with %s at %s times."
                            .formatted(plain(odd.quality()), odd.price(), plain(meant.quality()), meant.price())));
        }
    }

    private void closePrices(Criterion.Price price) {
        var scored = dummies.scored(dummies.pricedAt("A", "1"), dummies.pricedAt("B", "1.001"));
        var lost = given(scored, "A", price).subtract(given(scored, "B", price));
        if (lost.multiply(BigDecimal.TWO).compareTo(price.weight()) >= 0 && lost.signum() > 0) {
            warnings.add(new Warning(
                    Rule.CLOSE_PRICES_FAR_APART,
                    price.key(),
                    "Of two bids whose prices are 0.1 %% apart, the lower gets %s and the higher %s of %s marks."
                            .formatted(
                                    plain(given(scored, "A", price)),
                                    plain(given(scored, "B", price)),
                                    plain(price.weight()))));
        }
    }

    private void pricesAlike(Criterion.Price price) {
        var scored =
                dummies.scored(dummies.pricedAt("A", "0.8"), dummies.pricedAt("B", "1"), dummies.pricedAt("C", "1.2"));
        if (given(scored, "A", price).compareTo(given(scored, "C", price)) == 0) {
            warnings.add(new Warning(
                    Rule.PRICES_ALIKE,
                    price.key(),
                    "Prices of 80 %%, 100 %% and 120 %% of the contract value all get %s of %s marks."
                            .formatted(plain(given(scored, "A", price)), plain(price.weight()))));
        }
    }

    /** A bid of the lowest grade that is very dear, or very cheap, beside two that compete. */
    private void losingBids(Criterion.Price price) {
        dummies.someGrades().stream()
                .flatMap(quality -> losing(price, quality))
                .findFirst()
                .ifPresent(warnings::add);
    }

    private Stream<Warning> losing(Criterion.Price price, BigDecimal quality) {
        var a = new Idea("A", "0.9", quality, quality, "0.01");
        var b = dummies.pricedAt("B", "1");
        var two = dummies.scored(a, b).winner();
        return Stream.of("2", "0.5").flatMap(dear -> {
            var loser = new Idea("C", dear, dummies.least(), dummies.least(), "0");
            var three = dummies.scored(a, b, loser).winner();
            return two == null || three == null || three.equals(two) || three.equals(loser.key())
                    ? Stream.of()
                    : Stream.of(losingBidDecides(price, a, two, loser, three));
        });
    }

    private Warning losingBidDecides(Criterion.Price price, Idea a, String two, Idea loser, String three) {
        return new Warning(
                Rule.LOSING_BID_DECIDES,
                price.key(),
                ("Of A (90 %% of the contract value, %s of 100 everywhere) and B (100 %%, %s), %s wins; with a third"
                                + " bid C that loses (%s times the contract value, %s), %s wins.")
                        .formatted(
                                plain(a.quality()),
                                plain(dummies.best()),
                                two,
                                loser.price(),
                                plain(loser.quality()),
                                three));
    }
}
