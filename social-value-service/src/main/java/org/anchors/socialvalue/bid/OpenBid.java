package org.anchors.socialvalue.bid;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.anchors.socialvalue.evaluation.CommitmentBody;
import org.jspecify.annotations.Nullable;

/**
 * A bid that was opened.
 *
 * @param supplierId the bidder's identifier in a register
 * @param receivedAt by the database's clock
 * @param workforce full-time equivalents that the bidder employs, where it says so
 * @param price absent until the marks are final, and where the methodology needs none
 */
public record OpenBid(
        String reference,
        String lot,
        String supplier,
        String supplierId,
        Instant receivedAt,
        List<CommitmentBody> commitments,
        @Nullable BigDecimal workforce,
        @Nullable BigDecimal price) {}
