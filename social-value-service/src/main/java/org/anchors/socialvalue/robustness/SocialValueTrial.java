package org.anchors.socialvalue.robustness;

import static org.anchors.socialvalue.robustness.DummyBids.given;
import static org.anchors.socialvalue.robustness.DummyBids.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.anchors.socialvalue.robustness.DummyBids.Idea;
import org.anchors.socialvalue.robustness.Warning.Rule;
import org.anchors.socialvalue.scoring.Criterion;
import org.anchors.socialvalue.scoring.QuantitativeMethod;
import org.anchors.socialvalue.scoring.SocialValueMethod;

/** What becomes of social value in dummy bids. */
final class SocialValueTrial {

    private static final String MUCH = "1000000";

    private final DummyBids dummies;
    private final List<Warning> warnings = new ArrayList<>();

    private SocialValueTrial(DummyBids dummies) {
        this.dummies = dummies;
    }

    static List<Warning> of(Criterion.SocialValue criterion, boolean priced, DummyBids dummies) {
        var trial = new SocialValueTrial(dummies);
        trial.socialValue(criterion, priced);
        return trial.warnings;
    }

    private void socialValue(Criterion.SocialValue criterion, boolean priced) {
        if (priced) {
            outweighed(criterion);
        }
        switch (criterion.method()) {
            case SocialValueMethod.Qualitative qualitative -> {}
            case SocialValueMethod.Quantitative quantitative -> counted(criterion, quantitative.method());
            case SocialValueMethod.Blended blended -> counted(criterion, blended.method());
        }
    }

    private void outweighed(Criterion.SocialValue criterion) {
        var without = new Idea("A", "1", dummies.best(), dummies.least(), "0");
        var with = new Idea("B", "1.01", dummies.best(), dummies.best(), MUCH);
        if (Objects.equals(dummies.scored(without, with).winner(), "A")) {
            warnings.add(new Warning(
                    Rule.SOCIAL_VALUE_OUTWEIGHED,
                    criterion.key(),
                    "A bid without any social value wins over one with all of it and the same quality at a price that is"
                            + " 1 % higher."));
        }
    }

    private void counted(Criterion.SocialValue criterion, QuantitativeMethod method) {
        var scored = dummies.scored(
                new Idea("A", "1", dummies.best(), dummies.least(), MUCH),
                new Idea("B", "1", dummies.best(), dummies.least(), "0"));
        if (given(scored, "A", criterion).compareTo(given(scored, "B", criterion)) == 0) {
            warnings.add(new Warning(
                    Rule.COMMITMENTS_WORTH_NOTHING,
                    criterion.key(),
                    "Commitments worth a million times the contract bring no marks: the valuation takes all away."));
            return;
        }
        switch (method) {
            case QuantitativeMethod.RelativeToHighest relative ->
                warnings.add(new Warning(
                        Rule.LITTLE_GETS_ALL,
                        criterion.key(),
                        "Commitments worth 1 GBP get all marks for commitments where nobody else offers any, and one very"
                                + " large offer leaves all others next to none: a target does neither."));
            case QuantitativeMethod.AgainstTarget target -> implausible(criterion, target.target());
            case QuantitativeMethod.ShareOfContract share -> implausible(criterion, BigDecimal.ONE);
        }
    }

    private void implausible(Criterion.SocialValue criterion, BigDecimal target) {
        if (target.compareTo(BigDecimal.ONE) >= 0) {
            warnings.add(new Warning(
                    Rule.TARGET_IMPLAUSIBLE,
                    criterion.key(),
                    "Full marks take commitments worth %s times the contract; those above its value are flagged as implausible."
                            .formatted(plain(target))));
        }
    }
}
