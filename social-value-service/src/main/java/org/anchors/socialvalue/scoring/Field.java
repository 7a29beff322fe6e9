package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The eligible bids together: what each of them is scored against.
 *
 * @param prices zeros where no bid has one
 */
record Field(List<Entry> entries, Prices prices, BigDecimal highestValue) {

    static Field of(List<Entry> entries) {
        var prices = entries.stream()
                .map(entry -> entry.bid().price())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        var range = prices.isEmpty()
                ? new Prices(BigDecimal.ZERO, BigDecimal.ZERO)
                : new Prices(prices.getFirst(), prices.getLast());
        var highest = entries.stream().map(Entry::value).max(Comparator.naturalOrder());
        return new Field(entries, range, highest.orElse(BigDecimal.ZERO));
    }
}
