package org.anchors.socialvalue.marking;

import java.util.List;
import java.util.SequencedMap;
import org.anchors.kit.rows.Load;

/**
 * Which bids stand on one page. They are named, for others may be marked or agreed on between two statements: whatever is counted again
 * then, from there on, would be other bids.
 *
 * @param references in the order of the list
 * @param more whether there are bids behind them
 */
record BidsOfAPage(List<String> references, boolean more) {

    /**
     * As many of the next bids as are light enough together.
     *
     * @param sizes in bytes, by reference; up to one more than {@code most}, which tells that there are more
     */
    static BidsOfAPage of(SequencedMap<String, Long> sizes, int most) {
        var load = Load.of(List.copyOf(sizes.values()), most);
        return new BidsOfAPage(sizes.keySet().stream().limit(load.rows()).toList(), load.more());
    }

    String[] array() {
        return references.toArray(String[]::new);
    }
}
