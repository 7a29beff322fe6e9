package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How bids compare. The same methodology, catalogue and bids, in whatever order, give the same evaluation.
 *
 * @param winner the one bid of the first rank, where there is one bid of that rank
 * @param ranking eligible bids, best first
 * @param results their marks, by key
 * @param ineligible the others, by key
 * @param flags what should be clarified with a bidder; no part of the score
 */
public record Evaluation(
        @Nullable String winner,
        List<Ranked> ranking,
        List<Result> results,
        List<Ineligible> ineligible,
        List<Flagged> flags) {

    /**
     * An eligible bid's place.
     *
     * @param rank bids that are level in everything share one
     * @param tied whether another bid has the same rank
     * @param decidedBy the tie-break that separates it from a bid of the same total
     */
    public record Ranked(
            String bid,
            int rank,
            BigDecimal total,
            boolean tied,
            @Nullable TieBreak decidedBy) {}

    /**
     * An eligible bid's marks.
     *
     * @param total marks; or what the formula of an absolute method ranks by
     */
    public record Result(
            String bid,
            @Nullable String supplier,
            @Nullable BigDecimal price,
            BigDecimal total,
            String working,
            List<Assessed> criteria) {}

    /**
     * A bid that has no rank, and all the reasons for that.
     *
     * @param criteria what it got by itself; nothing that follows from other bids, and so no total
     */
    public record Ineligible(
            String bid,
            @Nullable String supplier,
            List<Reason> reasons,
            @Nullable List<Assessed> criteria) {

        Ineligible inTheFirstForm() {
            return new Ineligible(
                    bid,
                    supplier,
                    reasons.stream()
                            .map(reason -> new Reason(reason.cause(), reason.at(), reason.detail(), null))
                            .toList(),
                    null);
        }
    }

    /**
     * Why a bid has no rank.
     *
     * @param at the gate or the question
     * @param reason what the evaluators said, where it failed a gate and they said something
     */
    public record Reason(
            Cause cause, String at, String detail, @Nullable String reason) {}

    /** What a bid failed. */
    public enum Cause {
        GATE_FAILED,
        BELOW_PASS_MARK
    }

    /** Something to be clarified with a bidder. It never rejects a bid by itself. */
    public record Flagged(String bid, Concern concern, String detail) {}

    /** What is odd about a bid. */
    public enum Concern {
        ABNORMALLY_LOW_PRICE,
        /** They are worth more than the contract. */
        COMMITMENTS_IMPLAUSIBLE,
        /** In some year they take more people than the bidder employs. */
        COMMITMENTS_EXCEED_WORKFORCE,
        /** In some year they are for more people than there are of working age in the place. */
        COMMITMENTS_EXCEED_PLACE
    }
}
