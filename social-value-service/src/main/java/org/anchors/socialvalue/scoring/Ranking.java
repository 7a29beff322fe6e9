package org.anchors.socialvalue.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders score cards by total, then by the tie-breaks of the methodology; what is still level shares a rank. */
final class Ranking {

    private final Methodology methodology;
    private final Comparator<Card> byTotal;

    Ranking(Methodology methodology) {
        this.methodology = methodology;
        this.byTotal = methodology.byTotal();
    }

    List<Evaluation.Ranked> of(List<Card> cards) {
        var order = order();
        var sorted = cards.stream()
                .sorted(order.thenComparing(card -> card.bid().key()))
                .toList();
        var ranked = new ArrayList<Evaluation.Ranked>();
        for (var i = 0; i < sorted.size(); i++) {
            var card = sorted.get(i);
            var above = i == 0 ? null : sorted.get(i - 1);
            var below = i + 1 == sorted.size() ? null : sorted.get(i + 1);
            var levelAbove = above != null && order.compare(above, card) == 0;
            var levelBelow = below != null && order.compare(card, below) == 0;
            ranked.add(new Evaluation.Ranked(
                    card.bid().key(),
                    levelAbove ? ranked.getLast().rank() : i + 1,
                    card.total(),
                    levelAbove || levelBelow,
                    decided(above, card, below)));
        }
        return ranked;
    }

    private Comparator<Card> order() {
        return methodology.tieBreaks().stream()
                .map(tieBreak -> tieBreak.betterFirst(methodology))
                .reduce(byTotal, Comparator::thenComparing);
    }

    private @Nullable TieBreak decided(@Nullable Card above, Card card, @Nullable Card below) {
        var fromAbove = above == null ? null : between(above, card);
        return fromAbove != null || below == null ? fromAbove : between(card, below);
    }

    private @Nullable TieBreak between(Card better, Card worse) {
        if (byTotal.compare(better, worse) != 0) {
            return null;
        }
        return methodology.tieBreaks().stream()
                .filter(tieBreak -> tieBreak.betterFirst(methodology).compare(better, worse) != 0)
                .findFirst()
                .orElse(null);
    }
}
