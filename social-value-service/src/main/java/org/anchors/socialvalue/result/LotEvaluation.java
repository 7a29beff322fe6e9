package org.anchors.socialvalue.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a lot was evaluated. What it was evaluated from, and how its bids compare, are read apart: they may be large.
 *
 * @param sha256 of the evaluation's JSON, in hexadecimal
 * @param winner reference of the one bid of the first rank; absent where no bid is eligible or several share it
 */
public record LotEvaluation(
        String lot, String sha256, @Nullable String winner, Instant evaluatedAt, String evaluatedBy) {

    String etag() {
        return "\"" + sha256 + "\"";
    }
}
