package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.kit.edge.Reading;
import org.anchors.socialvalue.seal.SealingKeys;

/** Publishes a procurement: from then on it is frozen, and bids are taken. */
@ApplicationScoped
class Publishing {

    private final Steps steps;
    private final DraftChecks checks;
    private final Lots lots;
    private final SealingKeys keys;

    Publishing(Steps steps, DraftChecks checks, Lots lots, SealingKeys keys) {
        this.steps = steps;
        this.checks = checks;
        this.lots = lots;
        this.keys = keys;
    }

    /** A procurement that was published, with what is to be said of its methodologies. */
    record Published(Procurement procurement, List<DraftWarnings.Warned> warnings) {}

    /** Publishes a draft, or refuses it with every fault. Noting it comes last, for nobody else can note anything until the end. */
    Published publish(Procurement draft, Reading<ProcurementBody> written) {
        var stage = draft.stage().as(Stage.Draft.class);
        var found = checks.check(written.value(), draft.buyer());
        written.refuseIfFaulty(found.faults());
        lots.freeze(draft.id(), written.value());
        keys.make(draft.id());
        var published = steps.take(
                draft.at(stage.published(steps.now())),
                "procurement-published",
                Map.of("methodologies", hashes(draft)));
        return new Published(published, found.warnings());
    }

    private Map<String, String> hashes(Procurement published) {
        return lots.of(published).stream().collect(Collectors.toMap(Lot::key, Lot::hash));
    }
}
