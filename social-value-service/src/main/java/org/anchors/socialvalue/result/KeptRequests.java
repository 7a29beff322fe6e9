package org.anchors.socialvalue.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchors.kit.edge.StrictJson;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.evaluation.EvaluationRequest;
import org.anchors.socialvalue.evaluation.SettledInputs;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.procurement.Lot;
import org.anchors.socialvalue.procurement.Lots;
import org.anchors.socialvalue.procurement.Procurement;

/**
 * What stored evaluations were made from, as it was kept with them: their hashes are of that, whatever a later version would make of
 * bids and marks; docs/decisions/0021.
 */
@ApplicationScoped
class KeptRequests {

    private final LotEvaluations evaluations;
    private final Lots lots;
    private final Inputs inputs;
    private final StrictJson strict;

    KeptRequests(LotEvaluations evaluations, Lots lots, Inputs inputs, StrictJson strict) {
        this.evaluations = evaluations;
        this.lots = lots;
        this.inputs = inputs;
        this.strict = strict;
    }

    /**
     * What a lot was scored from.
     *
     * @param measures of the catalogue that the request names; none where it names none
     */
    record Scored(Lot lot, EvaluationRequest request, List<MeasureView> measures) {}

    Scored of(Procurement procurement, LotEvaluation evaluation) {
        var lot = lots.find(procurement, evaluation.lot()).orElseThrow();
        return new Scored(lot, request(procurement, evaluation), inputs.measures(procurement));
    }

    private EvaluationRequest request(Procurement procurement, LotEvaluation evaluation) {
        var kept = evaluations.request(procurement.id(), evaluation);
        return strict.<EvaluationRequest>read(kept, EvaluationRequest.class, SettledInputs.MOST_TOKENS)
                .value();
    }
}
