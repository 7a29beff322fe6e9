package org.anchors.socialvalue.robustness;

import java.util.Arrays;
import java.util.List;
import org.anchors.socialvalue.scoring.Rounding;
import org.anchors.socialvalue.scoring.Unscorable;
import org.jspecify.annotations.Nullable;

/**
 * How robust the ranking of bids is. No part of the score: it changes no mark, and nobody is ranked by it.
 *
 * @param winner as the evaluation has it; absent where no bid is eligible or several share the first rank
 * @param smallestChange of the weights that ends the winner's lead, before anything is rounded; absent where no weighting does
 *     so, or where there is no winner
 * @param weightings at which share of them each bid is ahead, before anything is rounded
 * @param withoutBids for each other eligible bid that the marks of the others depend on, who wins without it; leaving out any
 *     other bid changes nothing
 * @param roundings who wins under each stage of rounding; nobody where the price formula is not defined for what is left of a bid
 * @param priceFormulas who wins under each price formula that the methodology has the parameters for
 */
public record Robustness(
        @Nullable String winner,
        @Nullable SmallestChange smallestChange,
        WinningShares weightings,
        List<WithoutBid> withoutBids,
        List<Rounded> roundings,
        List<Priced> priceFormulas) {

    /**
     * Who wins without a bid.
     *
     * @param changesTheWinner whether that is somebody else: a reversal of rank
     */
    public record WithoutBid(String bid, @Nullable String winner, boolean changesTheWinner) {}

    /** Who wins under a stage of rounding, places and mode as the methodology has them. */
    public record Rounded(Rounding.Stage stage, @Nullable String winner) {}

    /**
     * Who wins under a price formula.
     *
     * @param notDefined why it says nothing here
     */
    public record Priced(
            String formula,
            @Nullable String winner,
            @Nullable String notDefined) {}

    /**
     * Tries what else might have come out.
     *
     * @throws Unscorable where the methodology's own formula is not defined for a bid
     */
    public static Robustness of(Contest contest) {
        var winner = contest.winner();
        var merits = contest.merits();
        return new Robustness(
                winner,
                winner == null ? null : SmallestChange.of(merits, winner).orElse(null),
                WinningShares.of(merits),
                contest.settingTheScale().stream()
                        .filter(bid -> !bid.equals(winner))
                        .map(bid -> without(contest, bid, winner))
                        .toList(),
                Arrays.stream(Rounding.Stage.values())
                        .map(stage -> new Rounded(stage, contest.rounded(stage).winnerIfDefined()))
                        .toList(),
                PriceFormulas.of(contest));
    }

    private static WithoutBid without(Contest contest, String bid, @Nullable String winner) {
        var other = contest.without(bid).winner();
        return new WithoutBid(bid, other, other == null ? winner != null : !other.equals(winner));
    }
}
