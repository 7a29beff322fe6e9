package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.rows.DatabaseClock;
import org.anchors.socialvalue.seal.SealingKeys;

/** Publishes a procurement, or ends it. */
@ApplicationScoped
class Publication {

    private final Procurements procurements;
    private final Drafting drafting;
    private final Lots lots;
    private final SealingKeys keys;
    private final KeptBack keptBack;
    private final DatabaseClock clock;
    private final Audit audit;

    Publication(
            Procurements procurements,
            Drafting drafting,
            Lots lots,
            SealingKeys keys,
            KeptBack keptBack,
            DatabaseClock clock,
            Audit audit) {
        this.procurements = procurements;
        this.drafting = drafting;
        this.lots = lots;
        this.keys = keys;
        this.keptBack = keptBack;
        this.clock = clock;
        this.audit = audit;
    }

    /** Publishes a draft, or refuses it with every fault. */
    Procurement publish(Procurement draft) {
        var stage = draft.stage().as(Stage.Draft.class);
        var reading = drafting.reading(draft);
        reading.refuseIfFaulty(drafting.faults(reading.value(), draft.buyer()));
        var published = procurements.save(draft.at(stage.published(clock.now())));
        lots.freeze(published.id(), reading.value());
        keys.make(published.id());
        audit.record("procurement-published", published.path(), Map.of("methodologies", hashes(published)));
        return published;
    }

    Procurement cancel(Procurement procurement, String reason) {
        var cancelled = procurements.save(procurement.at(procurement.stage().cancelled(clock.now(), reason)));
        keys.destroy(cancelled.id());
        var notes = new ArrayList<Audit.Note>();
        if (procurement.stage() instanceof Stage.Published) {
            notes.addAll(keptBack.notes(procurement));
        }
        notes.add(new Audit.Note(
                "procurement-cancelled",
                cancelled.path(),
                Map.of("from", procurement.stage().state(), "reason", reason)));
        audit.recordAll(notes);
        return cancelled;
    }

    private Map<String, String> hashes(Procurement published) {
        return lots.of(published).stream().collect(Collectors.toMap(Lot::key, Lot::hash));
    }
}
