package org.anchors.socialvalue.robustness;

import static org.anchors.socialvalue.robustness.DummyBids.given;
import static org.anchors.socialvalue.robustness.DummyBids.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
                            "A bid that gets 0 in everything has no price per quality point, and the evaluation is refused:"
                                    + " set a pass mark above 0."));
                }
            }
            case PriceFormula.ValueForMoneyIndex index -> {}
            case PriceFormula.MonetisedQuality monetised -> {}
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
