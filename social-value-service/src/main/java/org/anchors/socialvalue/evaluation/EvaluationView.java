package org.anchors.socialvalue.evaluation;

import java.util.List;
import org.anchors.socialvalue.scoring.Evaluation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An evaluation as it is shown. */
@Schema(name = "Evaluation", description = "How bids compare, with the working of every mark.")
public record EvaluationView(
        @Schema(description = "Key of the policy on social value that the methodology follows, or NONE")
        String policy,

        @Nullable
        @Schema(description = "The one bid of the first rank; absent where no bid is eligible or several share it")
        String winner,

        @Schema(description = "The eligible bids, best first")
        List<Evaluation.Ranked> ranking,

        @Schema(
                description =
                        "Their marks, by key. Of each criterion and part: available, its weight (a criterion's of the"
                                + " whole, a part's of its parent's 100); given, what it got of that; score, what it got out of"
                                + " 100; both shown to the places of the methodology; and the working, which says what is carried"
                                + " on. Under an absolute method the total is what bids are ranked by, and the price has no marks")
        List<Evaluation.Result> bids,

        @Schema(
                description =
                        "Bids that failed a gate or a pass mark, by key, with what they got by themselves: neither given nor"
                                + " score where they would be held against other bids or were not marked, and no total")
        List<Evaluation.Ineligible> ineligible,

        @Schema(description = "What should be clarified with a bidder; no part of the score")
        List<Evaluation.Flagged> flags,

        @Schema(description = "What this follows from") Hashes hashes) {

    static EvaluationView of(Evaluation evaluation, String policy, Hashes hashes) {
        return new EvaluationView(
                policy,
                evaluation.winner(),
                evaluation.ranking(),
                evaluation.results(),
                evaluation.ineligible(),
                evaluation.flags(),
                hashes);
    }
}
