package org.anchors.socialvalue.robustness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.anchors.socialvalue.robustness.DummyBids.Idea;
import org.anchors.socialvalue.robustness.Warning.Rule;
import org.anchors.socialvalue.scoring.Assessed;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.Evaluation;
import org.anchors.socialvalue.scoring.Methodology;
import org.anchors.socialvalue.scoring.Part;
import org.anchors.socialvalue.scoring.PriceFormula;
import org.anchors.socialvalue.scoring.QuantitativeMethod;
import org.anchors.socialvalue.scoring.SocialValueMethod;

/** Tries a methodology on dummy bids before it is published, when it can still be mended. Warns, and never refuses. */
public final class MethodologyTrial {

    private static final String MUCH = "1000000";
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Methodology methodology;
    private final DummyBids dummies;
    private final List<Warning> warnings = new ArrayList<>();

    private MethodologyTrial(Methodology methodology) {
        this.methodology = methodology;
        this.dummies = new DummyBids(methodology);
    }

    public static List<Warning> of(Methodology methodology) {
        var trial = new MethodologyTrial(methodology);
        methodology.price().ifPresent(trial::price);
        methodology.socialValue().ifPresent(trial::socialValue);
        trial.scale();
        trial.losingBids();
        if (methodology.tieBreaks().isEmpty()) {
            trial.warn(
                    Rule.TIES_STAY,
                    "tie-break",
                    "Two bids of the same total share the first rank, and there is no winner: name what decides.");
        }
        return List.copyOf(trial.warnings);
    }

    private void price(Criterion.Price price) {
        switch (price.formula()) {
            case PriceFormula.Relative relative -> {
                closePrices(price);
                pricesAlike(price);
            }
            case PriceFormula.PricePerQualityPoint perPoint -> {
                if (grade(0).signum() == 0) {
                    warn(
                            Rule.LOWEST_GRADE_NOT_SCORED,
                            price.key(),
                            "A bid that gets 0 in everything has no price per quality point, and the evaluation is refused:"
                                    + " set pass marks above 0.");
                }
            }
            case PriceFormula.ValueForMoneyIndex index -> {}
            case PriceFormula.MonetisedQuality monetised -> {}
        }
    }

    private void closePrices(Criterion.Price price) {
        var scored = dummies.scored(idea("A", "1"), idea("B", "1.001"));
        var lost = given(scored, "A", price).subtract(given(scored, "B", price));
        if (lost.multiply(BigDecimal.TWO).compareTo(price.weight()) >= 0 && lost.signum() > 0) {
            warn(
                    Rule.CLOSE_PRICES_FAR_APART,
                    price.key(),
                    "Of two bids whose prices are 0.1 %% apart, the lower gets %s and the higher %s of %s marks."
                            .formatted(
                                    plain(given(scored, "A", price)),
                                    plain(given(scored, "B", price)),
                                    plain(price.weight())));
        }
    }

    private void pricesAlike(Criterion.Price price) {
        var scored = dummies.scored(idea("A", "0.8"), idea("B", "1"), idea("C", "1.2"));
        if (given(scored, "A", price).compareTo(given(scored, "C", price)) == 0) {
            warn(
                    Rule.PRICES_ALIKE,
                    price.key(),
                    "Prices of 80 %%, 100 %% and 120 %% of the contract value all get %s of %s marks."
                            .formatted(plain(given(scored, "A", price)), plain(price.weight())));
        }
    }

    private void socialValue(Criterion.SocialValue criterion) {
        if (methodology.price().isPresent()) {
            outweighed(criterion);
        }
        switch (criterion.method()) {
            case SocialValueMethod.Qualitative qualitative -> {}
            case SocialValueMethod.Quantitative quantitative -> counted(criterion, quantitative.method());
            case SocialValueMethod.Blended blended -> counted(criterion, blended.method());
        }
    }

    private void outweighed(Criterion.SocialValue criterion) {
        var without = new Idea("A", "1", best(), grade(0), "0");
        var with = new Idea("B", "1.01", best(), best(), MUCH);
        if (Objects.equals(dummies.scored(without, with).winner(), "A")) {
            warn(
                    Rule.SOCIAL_VALUE_OUTWEIGHED,
                    criterion.key(),
                    "A bid without any social value wins over one with all of it and the same quality at a price that is"
                            + " 1 % higher.");
        }
    }

    private void counted(Criterion.SocialValue criterion, QuantitativeMethod method) {
        var scored =
                dummies.scored(new Idea("A", "1", best(), grade(0), MUCH), new Idea("B", "1", best(), grade(0), "0"));
        if (given(scored, "A", criterion).compareTo(given(scored, "B", criterion)) == 0) {
            warn(
                    Rule.COMMITMENTS_WORTH_NOTHING,
                    criterion.key(),
                    "Commitments worth a million times the contract bring no marks: the valuation takes all away.");
            return;
        }
        switch (method) {
            case QuantitativeMethod.RelativeToHighest relative ->
                warn(
                        Rule.LITTLE_GETS_ALL,
                        criterion.key(),
                        "Commitments worth 1 GBP get all marks for commitments where nobody else offers any, and one very"
                                + " large offer leaves all others next to none: a target does neither.");
            case QuantitativeMethod.AgainstTarget target -> implausible(criterion, target.target());
            case QuantitativeMethod.ShareOfContract share -> implausible(criterion, BigDecimal.ONE);
        }
    }

    private void implausible(Criterion.SocialValue criterion, BigDecimal target) {
        if (target.compareTo(BigDecimal.ONE) >= 0) {
            warn(
                    Rule.TARGET_IMPLAUSIBLE,
                    criterion.key(),
                    "Full marks take commitments worth %s times the contract; those above its value are flagged as implausible."
                            .formatted(plain(target)));
        }
    }

    private void scale() {
        var questions = methodology.questions().toList();
        questions.forEach(this::passMark);
        if (!questions.isEmpty() && best().compareTo(HUNDRED) < 0) {
            warn(
                    Rule.FULL_MARKS_OUT_OF_REACH,
                    questions.getFirst().key(),
                    "The best grade of the scale %s is %s of 100, so nobody can have all marks."
                            .formatted(methodology.scale().name(), plain(best())));
        }
    }

    private void passMark(Part question) {
        var least = question.passMark();
        if (least == null) {
            return;
        }
        if (least.compareTo(best()) > 0) {
            warn(
                    Rule.PASS_MARK_OUT_OF_REACH,
                    question.key(),
                    "The pass mark is %s, and the best grade %s: no bid can be eligible."
                            .formatted(plain(least), plain(best())));
        } else if (least.compareTo(grade(0)) <= 0) {
            warn(
                    Rule.PASS_MARK_WITHOUT_EFFECT,
                    question.key(),
                    "Every grade reaches the pass mark of %s.".formatted(plain(least)));
        }
    }

    /** A bid of the lowest grade that is very dear, or very cheap, beside two that compete. */
    private void losingBids() {
        if (methodology.price().isEmpty() || methodology.absolute().isPresent()) {
            return;
        }
        for (var quality : dummies.grades()) {
            var a = new Idea("A", "0.9", quality, quality, "0.01");
            var b = new Idea("B", "1", best(), best(), "0.01");
            for (var price : List.of("2", "0.5")) {
                var loser = new Idea("C", price, grade(0), grade(0), "0");
                var two = dummies.scored(a, b).winner();
                var three = dummies.scored(a, b, loser).winner();
                if (two != null && three != null && !three.equals("C") && !three.equals(two)) {
                    warn(
                            Rule.LOSING_BID_DECIDES,
                            methodology.price().get().key(),
                            ("Of A (90 %% of the contract value, %s of 100 everywhere) and B (100 %%, %s), %s wins; with a third"
                                            + " bid C that loses (%s times the contract value, %s), %s wins.")
                                    .formatted(plain(quality), plain(best()), two, price, plain(grade(0)), three));
                    return;
                }
            }
        }
    }

    private Idea idea(String key, String price) {
        return new Idea(key, price, best(), best(), "0.01");
    }

    private BigDecimal best() {
        return dummies.grades().getLast();
    }

    private BigDecimal grade(int place) {
        return dummies.grades().get(place);
    }

    private static BigDecimal given(Evaluation evaluation, String bid, Criterion criterion) {
        return evaluation.results().stream()
                .filter(result -> result.bid().equals(bid))
                .flatMap(result -> result.criteria().stream())
                .filter(assessed -> assessed.key().equals(criterion.key()))
                .map(Assessed::given)
                .findFirst()
                .orElseThrow();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private void warn(Rule rule, String at, String detail) {
        warnings.add(new Warning(rule, at, detail));
    }
}
