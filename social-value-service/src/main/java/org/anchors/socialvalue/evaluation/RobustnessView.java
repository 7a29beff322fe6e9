package org.anchors.socialvalue.evaluation;

import org.anchors.socialvalue.robustness.Evaluators;
import org.anchors.socialvalue.robustness.Robustness;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How robust an evaluation is, as it is shown. */
@Schema(name = "RobustnessReport", description = "How robust the ranking of bids is; no part of the score.")
public record RobustnessView(
        @Schema(
                description =
                        "winner: as the evaluation has it. smallestChange: the fewest percentage points that, moved"
                                + " between criteria, let another bid draw level; half the sum of the absolute changes of all"
                                + " weights; absent where no weighting does. weightings: of all weightings, each as likely as any"
                                + " other, the share at which no bid is ahead of a bid, exact for up to three criteria, sampled with"
                                + " its standard error for more. Both are of marks before rounding; under an absolute method the"
                                + " weights are those of the criteria without the price. withoutBids: who wins without a losing bid"
                                + " that sets what others are scored against; leaving out any other changes nothing. roundings and"
                                + " priceFormulas: who wins under each")
        Robustness ranking,

        @Nullable
        @Schema(
                description =
                        "How far evaluators agree (Krippendorff's alpha; 1 is full agreement, 0 what chance brings),"
                                + " and who wins under the means of their marks without each of them")
        Evaluators evaluators,

        @Schema(description = "Of what was scored, as the evaluation has them")
        Hashes hashes) {

    static RobustnessView of(Robustness ranking, @Nullable Evaluators evaluators, Hashes hashes) {
        return new RobustnessView(ranking, evaluators, hashes);
    }
}
