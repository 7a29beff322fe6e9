package org.anchors.socialvalue.evaluation;

import java.util.List;
import java.util.Objects;
import org.anchors.kit.platform.Sha256;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of the canonical JSON of what an evaluation follows from; docs/decisions/0017.
 *
 * @param catalogue of its edition and the rows that bids commit to; absent where there is none
 * @param inputs of the bids
 */
@Schema(name = "EvaluationHashes", description = "SHA-256 of the canonical JSON of what the evaluation follows from.")
public record Hashes(String methodology, @Nullable String catalogue, String inputs) {

    static Hashes of(EvaluationRequest request, List<MeasureView> measures) {
        var parts = SettledInputs.of(request, measures).parts();
        var catalogue = parts.get("catalogue");
        return new Hashes(
                Sha256.of(Objects.requireNonNull(parts.get("methodology"))),
                catalogue == null ? null : Sha256.of(catalogue),
                Sha256.of(Objects.requireNonNull(parts.get("bids"))));
    }
}
