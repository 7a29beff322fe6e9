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
        return evaluate(methodology, catalogue, bids, Form.NEWEST);
    }

    /** The same in an earlier form. */
    public static Evaluation evaluate(
            Methodology methodology, Map<String, Measure> catalogue, List<Bid> bids, Form form) {
        return new Scoring(methodology, catalogue)
                .of(bids.stream().sorted(Comparator.comparing(Bid::key)).toList(), form);
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

    private Evaluation of(List<Bid> bids, Form form) {
        var ineligible = new ArrayList<Failed>();
        return compared(field(bids, ineligible), ineligible, form);
    }

    /** A bid that is not eligible, and why. */
    private record Failed(Bid bid, List<Evaluation.Reason> reasons) {}

    private Field field(List<Bid> bids, List<Failed> ineligible) {
        refuseFreePrices(bids);
        var eligibility = new Eligibility(methodology);
        var eligible = new ArrayList<Entry>();
        for (var bid : bids) {
            var reasons = eligibility.against(bid);
            if (reasons.isEmpty()) {
                eligible.add(valuer.entry(bid));
            } else {
                ineligible.add(new Failed(bid, reasons));
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

    private Evaluation compared(Field field, List<Failed> ineligible, Form form) {
        var cards = new Marking(methodology, field, form).cards();
        var ranking = new Ranking(methodology).of(cards);
        return new Evaluation(
                winner(ranking),
                ranking,
                cards.stream().map(Card::result).toList(),
                unranked(ineligible, form),
                Concerns.about(field.entries(), new Plausibility(methodology.terms(), catalogue)));
    }

    private List<Evaluation.Ineligible> unranked(List<Failed> ineligible, Form form) {
        var marks = new UnrankedMarks(methodology);
        return ineligible.stream()
                .map(failed -> new Evaluation.Ineligible(
                        failed.bid().key(),
                        failed.bid().supplier(),
                        failed.reasons(),
                        marks.of(valuer.entry(failed.bid()))))
                .map(all -> form == Form.FIRST ? all.inTheFirstForm() : all)
                .toList();
    }

    private static @Nullable String winner(List<Evaluation.Ranked> ranking) {
        return ranking.isEmpty() || ranking.getFirst().tied()
                ? null
                : ranking.getFirst().bid();
    }
}
