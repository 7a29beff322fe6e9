package org.anchors.socialvalue.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeMap;
import org.anchors.socialvalue.evaluation.EvaluationsResource;
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

    Evaluating(Steps steps, Inputs inputs, SignedOff signedOff) {
        this.steps = steps;
        this.inputs = inputs;
        this.signedOff = signedOff;
    }

    Procurement evaluate(Procurement procurement) {
        var stage = procurement.stage().as(Stage.Marked.class);
        var now = steps.now();
        var hashes = new TreeMap<String, String>();
        var trials = new Room(EvaluationsResource.LARGEST);
        inputs.each(procurement, scored -> {
            var evaluation = signedOff.evaluate(procurement, scored, now, steps.who(), trials);
            hashes.put(evaluation.lot(), evaluation.sha256());
        });
        return steps.take(procurement.at(stage.evaluated(now)), "bids-evaluated", hashes);
    }
}
