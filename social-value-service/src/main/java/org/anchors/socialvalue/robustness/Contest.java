package org.anchors.socialvalue.robustness;

import java.util.List;
import java.util.Map;
import org.anchors.socialvalue.scoring.Bid;
import org.anchors.socialvalue.scoring.Evaluation;
import org.anchors.socialvalue.scoring.Measure;
import org.anchors.socialvalue.scoring.Merits;
import org.anchors.socialvalue.scoring.Methodology;
import org.anchors.socialvalue.scoring.Rounding;
import org.anchors.socialvalue.scoring.Scoring;
import org.anchors.socialvalue.scoring.Unscorable;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation follows from, to be tried with something changed.
 *
 * @param catalogue measures by code
 */
public record Contest(Methodology methodology, Map<String, Measure> catalogue, List<Bid> bids) {

    Evaluation evaluation() {
        return Scoring.evaluate(methodology, catalogue, bids);
    }

    @Nullable
    String winner() {
        return evaluation().winner();
    }

    /** The same, and nobody where the formula is not defined for a bid. */
    @Nullable
    String winnerIfDefined() {
        try {
            return winner();
        } catch (Unscorable notDefined) {
            return null;
        }
    }

    Merits merits() {
        return Merits.of(methodology, catalogue, bids);
    }

    List<String> settingTheScale() {
        return Merits.settingTheScale(methodology, catalogue, bids);
    }

    Contest without(String bid) {
        return with(bids.stream().filter(other -> !other.key().equals(bid)).toList());
    }

    Contest with(List<Bid> others) {
        return new Contest(methodology, catalogue, others);
    }

    Contest with(Methodology other) {
        return new Contest(other, catalogue, bids);
    }

    Contest rounded(Rounding.Stage stage) {
        var rounding = methodology.rounding();
        return with(methodology.rounded(new Rounding(stage, rounding.places(), rounding.mode())));
    }
}
