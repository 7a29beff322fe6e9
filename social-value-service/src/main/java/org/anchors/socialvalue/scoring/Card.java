package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.List;

/**
 * The score card of an eligible bid.
 *
 * @param total what bids are ranked by, as it is compared
 * @param working how it came about
 */
record Card(Bid bid, List<Marked> criteria, BigDecimal total, String working) {

    Fraction marksOn(String criterion) {
        return criteria.stream()
                .filter(marked -> marked.assessed().key().equals(criterion))
                .findFirst()
                .orElseThrow()
                .carried();
    }

    Evaluation.Result result() {
        return new Evaluation.Result(
                bid.key(),
                bid.supplier(),
                bid.price(),
                total,
                working,
                criteria.stream().map(Marked::assessed).toList());
    }
}
