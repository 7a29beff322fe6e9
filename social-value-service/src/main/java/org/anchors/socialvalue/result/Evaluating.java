package org.anchors.socialvalue.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.TreeMap;
import org.anchors.kit.platform.Sha256;
import org.anchors.socialvalue.evaluation.Assessment;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;

/** Evaluates the bids of a procurement, lot by lot, by the code of the stateless evaluation. */
@ApplicationScoped
class Evaluating {

    private final Steps steps;
    private final Inputs inputs;
    private final SignedOff signedOff;
    private final ObjectMapper json;

    Evaluating(Steps steps, Inputs inputs, SignedOff signedOff, ObjectMapper json) {
        this.steps = steps;
        this.inputs = inputs;
        this.signedOff = signedOff;
        this.json = json;
    }

    Procurement evaluate(Procurement procurement) {
        var stage = procurement.stage().as(Stage.Marked.class);
        var now = steps.now();
        var hashes = new TreeMap<String, String>();
        for (var of : inputs.of(procurement)) {
            var evaluation = evaluated(of, now);
            signedOff.keep(procurement, of, evaluation);
            hashes.put(evaluation.lot(), evaluation.sha256());
        }
        return steps.take(procurement.at(stage.evaluated(now)), "bids-evaluated", hashes);
    }

    private LotEvaluation evaluated(Inputs.OfLot of, Instant now) {
        var view = Assessment.of(of.request(), of.measures());
        var result = text(view);
        return new LotEvaluation(
                of.lot().key(), text(of.request()), result, Sha256.of(result), view.winner(), now, steps.who());
    }

    private String text(Object written) {
        try {
            return json.writeValueAsString(written);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An evaluation can be written", impossible);
        }
    }
}
