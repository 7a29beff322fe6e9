package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds what should be clarified with a bidder. */
final class Concerns {

    /** A price below this share of the median of the other eligible prices is abnormally low. */
    private static final BigDecimal LOW = new BigDecimal("0.8");

    /** A median of fewer says little. */
    private static final int FEWEST_OTHERS = 2;

    private Concerns() {}

    static List<Evaluation.Flagged> about(List<Entry> eligible, Plausibility plausibility) {
        var prices = new Median(eligible.stream()
                .map(entry -> entry.bid().price())
                .filter(Objects::nonNull)
                .sorted()
                .toList());
        return eligible.stream()
                .flatMap(entry -> Stream.concat(price(entry, prices), plausibility.about(entry)))
                .toList();
    }

    private static Stream<Evaluation.Flagged> price(Entry entry, Median prices) {
        var price = entry.bid().price();
        if (price == null || prices.sorted().size() <= FEWEST_OTHERS) {
            return Stream.empty();
        }
        var others = prices.without(price);
        return price.compareTo(others.multiply(LOW)) >= 0
                ? Stream.empty()
                : Stream.of(new Evaluation.Flagged(
                        entry.bid().key(),
                        Evaluation.Concern.ABNORMALLY_LOW_PRICE,
                        "%s is more than 20 %% below %s, the median of the other eligible prices."
                                .formatted(Figures.plain(price), Figures.plain(others))));
    }

    /** Medians of a sorted list. */
    private record Median(List<BigDecimal> sorted) {

        /** Of what is left when one of them is taken out, without making the list anew for each. */
        BigDecimal without(BigDecimal one) {
            var taken = sorted.indexOf(one);
            var left = sorted.size() - 1;
            var upper = at(left / 2, taken);
            return left % 2 == 1 ? upper : at(left / 2 - 1, taken).add(upper).divide(BigDecimal.TWO);
        }

        private BigDecimal at(int place, int taken) {
            return sorted.get(place < taken ? place : place + 1);
        }
    }
}
