package org.anchors.socialvalue.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.anchors.kit.platform.Sha256;
import org.anchors.socialvalue.evaluation.Assessment;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.procurement.Procurement;

/** Evaluates a lot and keeps all that belongs to that: the evaluation, what it follows from, and how robust it is. */
@ApplicationScoped
class SignedOff {

    private final LotEvaluations evaluations;
    private final KeptBundles bundles;
    private final KeptRobustness robustness;
    private final ObjectMapper json;

    SignedOff(LotEvaluations evaluations, KeptBundles bundles, KeptRobustness robustness, ObjectMapper json) {
        this.evaluations = evaluations;
        this.bundles = bundles;
        this.robustness = robustness;
        this.json = json;
    }

    /**
     * Evaluates a lot.
     *
     * @param trials how much may still be tried, which takes several times as long as to evaluate it
     */
    LotEvaluation evaluate(Procurement procurement, Inputs.OfLot scored, Instant now, String who, Room trials) {
        var kept = evaluated(procurement, scored, now, who);
        bundles.keep(procurement, scored, kept.evaluation());
        if (trials.take(kept.size())) {
            robustness.keep(procurement, scored);
        }
        return kept.evaluation();
    }

    /** That a lot was evaluated, and how many bytes it was evaluated from. */
    private record Kept(LotEvaluation evaluation, int size) {}

    /** As bytes: as text it may take twice the memory, and it is bytes that are hashed. */
    private Kept evaluated(Procurement procurement, Inputs.OfLot scored, Instant now, String who) {
        var view = Assessment.of(scored.request(), scored.measures());
        var result = utf8(view);
        var evaluation = new LotEvaluation(scored.lot().key(), Sha256.of(result), view.winner(), now, who);
        var request = utf8(scored.request());
        evaluations.add(procurement.id(), evaluation, request, result);
        return new Kept(evaluation, request.length);
    }

    private byte[] utf8(Object written) {
        try {
            return json.writeValueAsBytes(written);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An evaluation can be written", impossible);
        }
    }
}
