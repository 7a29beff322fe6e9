package org.anchors.socialvalue.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores bids; scoring.md. Stateless and stored evaluations both come through here. */
public final class Scoring {

    private final Methodology methodology;
    private final Map<String, Measure> catalogue;
    private final Valuer valuer;

    private Scoring(Methodology methodology, Map<String, Measure> catalogue) {
        this.methodology = methodology;
        this.catalogue = catalogue;
        this.valuer = new Valuer(catalogue, methodology);
    }

    /**
     * Compares bids.
     *
     * @param catalogue the measures that the bids commit to, by code
     * @throws Unscorable where a formula is not defined for a bid
     */
    public static Evaluation evaluate(Methodology methodology, Map<String, Measure> catalogue, List<Bid> bids) {
        return new Scoring(methodology, catalogue)
                .of(bids.stream().sorted(Comparator.comparing(Bid::key)).toList());
    }

    /** What a bid commits to, valued, whether or not that brings marks. */
    public static Offer offer(Methodology methodology, Map<String, Measure> catalogue, Bid bid) {
        return new Valuer(catalogue, methodology).entry(bid).offer();
    }

    /** The eligible bids by key, as they are scored against each other. */
    static Field fieldOf(Methodology methodology, Map<String, Measure> catalogue, List<Bid> bids) {
        return new Scoring(methodology, catalogue)
                .field(bids.stream().sorted(Comparator.comparing(Bid::key)).toList(), new ArrayList<>());
    }

    private Evaluation of(List<Bid> bids) {
        var ineligible = new ArrayList<Evaluation.Ineligible>();
        return compared(field(bids, ineligible), ineligible);
    }

    private Field field(List<Bid> bids, List<Evaluation.Ineligible> ineligible) {
        refuseFreePrices(bids);
        var eligibility = new Eligibility(methodology);
        var eligible = new ArrayList<Entry>();
        for (var bid : bids) {
            var reasons = eligibility.against(bid);
            if (reasons.isEmpty()) {
                eligible.add(valuer.entry(bid));
            } else {
                ineligible.add(new Evaluation.Ineligible(bid.key(), bid.supplier(), reasons));
            }
        }
        return Field.of(eligible);
    }

    private static void refuseFreePrices(List<Bid> bids) {
        var free = bids.stream()
                .filter(bid -> bid.price() != null && bid.price().signum() <= 0)
                .map(Bid::key)
                .toList();
        Unscorable.refuseAll(free, Unscorable.Rule.PRICE_NOT_ABOVE_ZERO);
    }

    private Evaluation compared(Field field, List<Evaluation.Ineligible> ineligible) {
        var cards = new Marking(methodology, field).cards();
        var ranking = new Ranking(methodology).of(cards);
        return new Evaluation(
                winner(ranking),
                ranking,
                cards.stream().map(Card::result).toList(),
                ineligible,
                Concerns.about(field.entries(), new Plausibility(methodology.terms(), catalogue)));
    }

    private static @Nullable String winner(List<Evaluation.Ranked> ranking) {
        return ranking.isEmpty() || ranking.getFirst().tied()
                ? null
                : ranking.getFirst().bid();
    }
}
