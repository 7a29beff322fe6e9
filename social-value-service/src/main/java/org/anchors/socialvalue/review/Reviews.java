package org.anchors.socialvalue.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.bundle.Bundle;
import org.anchors.socialvalue.catalogue.ChosenCatalogues;
import org.anchors.socialvalue.evaluation.Assessment;
import org.anchors.socialvalue.evaluation.RobustnessView;
import org.anchors.socialvalue.evaluation.SettledInputs;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.marking.MarksAlone;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.result.Insiders;
import org.anchors.socialvalue.result.LotEvaluation;
import org.anchors.socialvalue.result.LotEvaluations;

/** Looks at evaluations that are stored; changes nothing. */
@ApplicationScoped
class Reviews {

    private final Insiders insiders;
    private final LotEvaluations evaluations;
    private final Inputs inputs;
    private final MarksAlone marks;
    private final Concerns concerns;
    private final ChosenCatalogues catalogues;

    Reviews(
            Insiders insiders,
            LotEvaluations evaluations,
            Inputs inputs,
            MarksAlone marks,
            Concerns concerns,
            ChosenCatalogues catalogues) {
        this.insiders = insiders;
        this.evaluations = evaluations;
        this.inputs = inputs;
        this.marks = marks;
        this.concerns = concerns;
        this.catalogues = catalogues;
    }

    Bundle bundle(String id, String lot) {
        var procurement = insiders.require(id);
        var evaluation = evaluations.require(procurement.id(), lot);
        var scored = inputs(procurement, lot);
        var settled = SettledInputs.of(scored.request(), scored.measures());
        return Bundle.of(
                settled,
                evaluation.result().getBytes(StandardCharsets.UTF_8),
                about(procurement, evaluation, passedOn(procurement, settled)));
    }

    private boolean passedOn(Procurement procurement, SettledInputs settled) {
        return procurement.catalogue() == null
                || catalogues.mayBePassedOn(procurement.buyer(), procurement.catalogue(), settled.measures());
    }

    private static Map<String, String> about(Procurement procurement, LotEvaluation evaluation, boolean passedOn) {
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

    RobustnessView robustness(String id, String lot) {
        var procurement = insiders.require(id);
        evaluations.require(procurement.id(), lot);
        var scored = inputs(procurement, lot);
        return Assessment.robustness(scored.request(), scored.measures(), marks.of(procurement.id(), scored.lot()));
    }

    List<Concerns.Claimed> concerns(String id, String lot) {
        var procurement = insiders.require(id);
        evaluations.require(procurement.id(), lot);
        return concerns.of(inputs(procurement, lot), procurement.buyer());
    }

    private Inputs.OfLot inputs(Procurement procurement, String lot) {
        return inputs.of(procurement).stream()
                .filter(of -> of.lot().key().equals(lot))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("An evaluation of the lot " + lot));
    }
}
