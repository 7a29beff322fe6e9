package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bid as it is scored.
 *
 * @param price in GBP; may be absent only where nothing depends on it
 * @param gates whether it passed each gate
 * @param gateReasons what evaluators said of gates that it did not pass
 * @param marks by question; may lack some only where the bid is not eligible
 * @param workforce full-time equivalents that the bidder employs, where that is said
 */
public record Bid(
        String key,
        @Nullable String supplier,
        @Nullable BigDecimal price,
        @Nullable Instant receivedAt,
        Map<String, Boolean> gates,
        Map<String, String> gateReasons,
        Map<String, Mark> marks,
        List<Commitment> commitments,
        @Nullable BigDecimal workforce) {

    /** One of whose gates and workforce nothing more is said. */
    public Bid(
            String key,
            @Nullable String supplier,
            @Nullable BigDecimal price,
            @Nullable Instant receivedAt,
            Map<String, Boolean> gates,
            Map<String, Mark> marks,
            List<Commitment> commitments) {
        this(key, supplier, price, receivedAt, gates, Map.of(), marks, commitments, null);
    }

    BigDecimal priceGiven() {
        if (price == null) {
            throw new IllegalStateException("The bid " + key + " has no price");
        }
        return price;
    }

    Mark mark(Part question) {
        var mark = marks.get(question.key());
        if (mark == null) {
            throw new IllegalStateException("The bid %s has no mark for %s".formatted(key, question.key()));
        }
        return mark;
    }
}
