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
        var request = utf8(scored.request());
        var size = request.length;
        var evaluation = evaluated(procurement, scored, request, now, who);
        bundles.keep(procurement, scored, evaluation);
        if (trials.take(size)) {
            robustness.keep(procurement, scored);
        }
        return evaluation;
    }

    /** As bytes: as text it may take twice the memory, and it is bytes that are hashed. */
    private LotEvaluation evaluated(
            Procurement procurement, Inputs.OfLot scored, byte[] request, Instant now, String who) {
        var view = Assessment.of(scored.request(), scored.measures());
        var result = utf8(view);
        var evaluation = new LotEvaluation(scored.lot().key(), Sha256.of(result), view.winner(), now, who);
        evaluations.add(procurement.id(), evaluation, request, result);
        return evaluation;
    }

    private byte[] utf8(Object written) {
        try {
            return json.writeValueAsBytes(written);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An evaluation can be written", impossible);
        }
    }
}
