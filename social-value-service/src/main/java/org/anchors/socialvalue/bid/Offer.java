package org.anchors.socialvalue.bid;

import java.util.List;
import java.util.Map;
import org.anchors.socialvalue.evaluation.CommitmentBody;

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
        String bodyHash) {}
