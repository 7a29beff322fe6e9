package org.anchors.socialvalue.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        var bids = request.bids().stream()
                .map(BidBody::settled)
                .sorted(Comparator.comparing(BidBody::key))
                .toList();
        return new Hashes(
                hash(request.methodology().settled()),
                request.catalogue() == null ? null : ofUsed(request.catalogue().edition(), measures, bids),
                hash(bids));
    }

    private static String ofUsed(String edition, List<MeasureView> measures, List<BidBody> bids) {
        var used = bids.stream()
                .flatMap(bid -> bid.commitmentsOrNone().stream())
                .map(CommitmentBody::measure)
                .collect(Collectors.toSet());
        var rows = measures.stream()
                .filter(measure -> used.contains(measure.code()))
                .sorted(Comparator.comparing(MeasureView::code))
                .map(MeasureView::settled)
                .toList();
        return hash(Map.of("edition", edition, "measures", rows));
    }

    private static String hash(Object settled) {
        return Sha256.of(Canonical.of(settled));
    }
}
