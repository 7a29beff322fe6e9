package org.anchors.socialvalue.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.bundle.Bundle;
import org.anchors.socialvalue.catalogue.ChosenCatalogues;
import org.anchors.socialvalue.evaluation.SettledInputs;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.scoring.Form;
import org.jspecify.annotations.Nullable;

/**
 * Stored evaluations with all that they follow from, as they were signed off: whatever a later version would write, what was signed
 * stays the same bytes; docs/decisions/0021.
 */
@ApplicationScoped
public class KeptBundles {

    private final KeptRequests requests;
    private final ChosenCatalogues catalogues;
    private final LotEvaluations evaluations;
    private final Rows rows;

    KeptBundles(KeptRequests requests, ChosenCatalogues catalogues, LotEvaluations evaluations, Rows rows) {
        this.requests = requests;
        this.catalogues = catalogues;
        this.evaluations = evaluations;
        this.rows = rows;
    }

    void keep(Procurement procurement, Inputs.OfLot scored, LotEvaluation evaluation) {
        var parts = parts(procurement, SettledInputs.of(scored.request(), scored.measures()), evaluation, Form.NEWEST)
                .entrySet()
                .stream()
                .map(part ->
                        new @Nullable Object[] {procurement.id(), evaluation.lot(), part.getKey(), part.getValue()})
                .toList();
        rows.changeEach(
                "insert into lot_bundle (procurement, lot, part, content) values (?, ?, ?, convert_from(?, 'UTF8'))",
                parts);
    }

    /** An evaluation of a time before bundles were kept, which is that of the first form, is packed of the request that it was made from. */
    public Bundle of(Procurement procurement, LotEvaluation evaluation) {
        var kept = new LinkedHashMap<String, byte[]>();
        rows.each(
                "select part, content from lot_bundle where procurement = ? and lot = ?",
                row -> kept.put(row.getString("part"), row.getBytes("content")),
                procurement.id(),
                evaluation.lot());
        return Bundle.of(
                kept.isEmpty() ? parts(procurement, settled(procurement, evaluation), evaluation, Form.FIRST) : kept,
                evaluations.result(procurement.id(), evaluation));
    }

    private Map<String, byte[]> parts(
            Procurement procurement, SettledInputs settled, LotEvaluation evaluation, Form form) {
        var about = about(procurement, evaluation, passedOn(procurement, settled));
        return Bundle.inputs(settled, evaluation.sha256(), about, form);
    }

    private SettledInputs settled(Procurement procurement, LotEvaluation evaluation) {
        var kept = requests.of(procurement, evaluation);
        return SettledInputs.of(kept.request(), kept.measures());
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
}
