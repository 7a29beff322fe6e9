package org.anchors.socialvalue.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.anchors.socialvalue.bundle.Bundle;
import org.anchors.socialvalue.catalogue.ChosenCatalogues;
import org.anchors.socialvalue.evaluation.SettledInputs;
import org.anchors.socialvalue.procurement.Procurement;

/** Packs a stored evaluation with all that it follows from; docs/decisions/0021. */
@ApplicationScoped
class Bundles {

    private final EvaluatedLots lots;
    private final ChosenCatalogues catalogues;

    Bundles(EvaluatedLots lots, ChosenCatalogues catalogues) {
        this.lots = lots;
        this.catalogues = catalogues;
    }

    Bundle of(EvaluatedLots.EvaluatedLot evaluated) {
        var scored = lots.inputs(evaluated);
        var settled = SettledInputs.of(scored.request(), scored.measures());
        return Bundle.of(
                settled,
                evaluated.evaluation().result().getBytes(StandardCharsets.UTF_8),
                about(evaluated, passedOn(evaluated.procurement(), settled)));
    }

    private boolean passedOn(Procurement procurement, SettledInputs settled) {
        return procurement.catalogue() == null
                || catalogues.mayBePassedOn(procurement.buyer(), procurement.catalogue(), settled.measures());
    }

    private static Map<String, String> about(EvaluatedLots.EvaluatedLot evaluated, boolean passedOn) {
        var procurement = evaluated.procurement();
        var evaluation = evaluated.evaluation();
        return Map.of(
                "buyer",
                procurement.buyer(),
                "procurement",
                procurement.id().toString(),
                "reference",
                procurement.reference(),
                "lot",
                evaluation.lot(),
                "evaluatedAt",
                evaluation.evaluatedAt().toString(),
                "evaluatedBy",
                evaluation.evaluatedBy(),
                "passingOn",
                passedOn ? "free" : "not allowed: it holds figures of a catalogue that may not be redistributed");
    }
}
