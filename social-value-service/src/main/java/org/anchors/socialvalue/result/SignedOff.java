package org.anchors.socialvalue.result;

import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.socialvalue.evaluation.EvaluationsResource;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.procurement.Procurement;

/**
 * Keeps all that belongs to an evaluation when it is made: itself, what it follows from, and how robust it is. What takes too much memory
 * to be tried many times beside that is tried when somebody asks, so that the evaluation never fails for it; docs/decisions/0032.
 */
@ApplicationScoped
class SignedOff {

    private final LotEvaluations evaluations;
    private final KeptBundles bundles;
    private final KeptRobustness robustness;

    SignedOff(LotEvaluations evaluations, KeptBundles bundles, KeptRobustness robustness) {
        this.evaluations = evaluations;
        this.bundles = bundles;
        this.robustness = robustness;
    }

    void keep(Procurement procurement, Inputs.OfLot scored, LotEvaluation evaluation) {
        evaluations.add(procurement.id(), evaluation);
        bundles.keep(procurement, scored, evaluation);
        if (evaluation.request().length() <= EvaluationsResource.LARGEST_TRIED) {
            robustness.keep(procurement, scored);
        }
    }
}
