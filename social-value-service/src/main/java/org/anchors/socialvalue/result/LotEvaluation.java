package org.anchors.socialvalue.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the bids for a lot compare. Posted to {@code /evaluations} by the buyer, the request gives the result again, byte by byte.
 *
 * @param request JSON of the request
 * @param result JSON of the evaluation, as it was hashed
 * @param sha256 of the result, in hexadecimal
 * @param winner reference of the one bid of the first rank; absent where no bid is eligible or several share it
 */
public record LotEvaluation(
        String lot,
        String request,
        String result,
        String sha256,
        @Nullable String winner,
        Instant evaluatedAt,
        String evaluatedBy) {

    String etag() {
        return "\"" + sha256 + "\"";
    }
}
