package org.anchors.socialvalue.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.TreeMap;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.rows.DatabaseClock;
import org.anchors.socialvalue.evaluation.Assessment;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;

/** Evaluates the bids of a procurement, lot by lot, by the code of the stateless evaluation. */
@ApplicationScoped
class Evaluating {

    private final Procurements procurements;
    private final LotEvaluations evaluations;
    private final Inputs inputs;
    private final DatabaseClock clock;
    private final ObjectMapper json;
    private final Caller caller;
    private final Audit audit;

    Evaluating(
            Procurements procurements,
            LotEvaluations evaluations,
            Inputs inputs,
            DatabaseClock clock,
            ObjectMapper json,
            Caller caller,
            Audit audit) {
        this.procurements = procurements;
        this.evaluations = evaluations;
        this.inputs = inputs;
        this.clock = clock;
        this.json = json;
        this.caller = caller;
        this.audit = audit;
    }

    Procurement evaluate(Procurement procurement) {
        var stage = procurement.stage().as(Stage.Marked.class);
        var now = clock.now();
        var hashes = new TreeMap<String, String>();
        for (var of : inputs.of(procurement)) {
            var evaluation = evaluated(of, now);
            evaluations.add(procurement.id(), evaluation);
            hashes.put(evaluation.lot(), evaluation.sha256());
        }
        var evaluated = procurements.save(procurement.at(stage.evaluated(now)));
        audit.record("bids-evaluated", procurement.path(), hashes);
        return evaluated;
    }

    private LotEvaluation evaluated(Inputs.OfLot of, Instant now) {
        var view = Assessment.of(of.request(), of.measures());
        var result = text(view);
        return new LotEvaluation(
                of.lot().key(), text(of.request()), result, Sha256.of(result), view.winner(), now, caller.name());
    }

    private String text(Object written) {
        try {
            return json.writeValueAsString(written);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An evaluation can be written", impossible);
        }
    }
}
