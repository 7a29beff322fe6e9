package org.anchors.socialvalue.evaluation;

import java.util.List;
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
        var settled = SettledInputs.of(request, measures);
        return new Hashes(
                Canonical.sha256(settled.methodology()),
                settled.catalogue() == null ? null : Canonical.sha256(settled.catalogue()),
                Canonical.sha256(settled.bids()));
    }
}
