package org.anchors.socialvalue.bid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.anchors.socialvalue.evaluation.CommitmentBody;
import org.jspecify.annotations.Nullable;

/**
 * All of a bid but its price, as it lies in its envelope.
 *
 * @param bodyHash SHA-256 of the bytes that were sent, in hexadecimal
 */
record Offer(
        String lot,
        String supplier,
        String supplierId,
        Map<String, String> answers,
        List<CommitmentBody> commitments,
        @Nullable BigDecimal workforce,
        String bodyHash) {}
