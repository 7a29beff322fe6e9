package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Map;
import org.anchors.kit.audit.Audit;
import org.anchors.socialvalue.seal.SealingKeys;

/** Ends a procurement before its contract. */
@ApplicationScoped
class Cancelling {

    private final Steps steps;
    private final SealingKeys keys;
    private final KeptBack keptBack;

    Cancelling(Steps steps, SealingKeys keys, KeptBack keptBack) {
        this.steps = steps;
        this.keys = keys;
        this.keptBack = keptBack;
    }

    Procurement cancel(Procurement procurement, String reason) {
        var now = steps.now();
        var cancelled = procurement.at(procurement.stage().cancelled(now, reason));
        keys.destroy(cancelled.id());
        var notes = new ArrayList<Audit.Note>();
        if (procurement.stage() instanceof Stage.Published && !now.isBefore(procurement.deadline())) {
            notes.addAll(keptBack.notes(procurement));
        }
        notes.add(new Audit.Note(
                "procurement-cancelled",
                cancelled.path(),
                Map.of("from", procurement.stage().state(), "reason", reason)));
        return steps.take(cancelled, notes);
    }
}
