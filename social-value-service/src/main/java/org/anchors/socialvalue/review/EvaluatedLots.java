package org.anchors.socialvalue.review;

import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.result.Insiders;
import org.anchors.socialvalue.result.LotEvaluation;
import org.anchors.socialvalue.result.LotEvaluations;

/** Lots that were evaluated, for those who may know of that; changes nothing. */
@ApplicationScoped
class EvaluatedLots {

    private final Insiders insiders;
    private final LotEvaluations evaluations;
    private final Inputs inputs;

    EvaluatedLots(Insiders insiders, LotEvaluations evaluations, Inputs inputs) {
        this.insiders = insiders;
        this.evaluations = evaluations;
        this.inputs = inputs;
    }

    /** A lot of a procurement with its evaluation. */
    record EvaluatedLot(Procurement procurement, LotEvaluation evaluation) {}

    EvaluatedLot require(String id, String lot) {
        var procurement = insiders.require(id);
        return new EvaluatedLot(procurement, evaluations.require(procurement.id(), lot));
    }

    /** What it was evaluated from. */
    Inputs.OfLot inputs(EvaluatedLot evaluated) {
        return inputs.require(evaluated.procurement(), evaluated.evaluation().lot());
    }
}
