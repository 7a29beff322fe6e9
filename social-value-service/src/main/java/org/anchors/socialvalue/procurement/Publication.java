package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.kit.audit.Audit;
import org.anchors.socialvalue.seal.SealingKeys;

/** Publishes a procurement, or ends it. */
@ApplicationScoped
class Publication {

    private final Steps steps;
    private final Drafting drafting;
    private final Lots lots;
    private final SealingKeys keys;
    private final KeptBack keptBack;

    Publication(Steps steps, Drafting drafting, Lots lots, SealingKeys keys, KeptBack keptBack) {
        this.steps = steps;
        this.drafting = drafting;
        this.lots = lots;
        this.keys = keys;
        this.keptBack = keptBack;
    }

    /** Publishes a draft, or refuses it with every fault. */
    Procurement publish(Procurement draft) {
        var stage = draft.stage().as(Stage.Draft.class);
        var reading = drafting.reading(draft);
        reading.refuseIfFaulty(drafting.faults(reading.value(), draft.buyer()));
        lots.freeze(draft.id(), reading.value());
        keys.make(draft.id());
        return steps.take(
                draft.at(stage.published(steps.now())),
                "procurement-published",
                Map.of("methodologies", hashes(draft)));
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

    private Map<String, String> hashes(Procurement published) {
        return lots.of(published).stream().collect(Collectors.toMap(Lot::key, Lot::hash));
    }
}
