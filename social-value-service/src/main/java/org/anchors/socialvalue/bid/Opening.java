package org.anchors.socialvalue.bid;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;

/** Opens the bids of a procurement, which takes two people. */
@ApplicationScoped
class Opening {

    private final Steps steps;
    private final Unsealing unsealing;
    private final LodgedBids lodged;
    private final Openers openers;

    Opening(Steps steps, Unsealing unsealing, LodgedBids lodged, Openers openers) {
        this.steps = steps;
        this.unsealing = unsealing;
        this.lodged = lodged;
        this.openers = openers;
    }

    Procurement open(Procurement procurement) {
        var stage = procurement.stage().as(Stage.Published.class);
        var now = allowed(procurement);
        return openers.add(procurement, now) == 1
                ? steps.beside(procurement, "bids-opening-begun", Map.of())
                : opened(procurement.at(stage.opened(now)));
    }

    private Instant allowed(Procurement procurement) {
        openers.requireAnother(procurement);
        var now = steps.now();
        if (now.isBefore(procurement.deadline())) {
            throw new Refused(
                    BidRefusal.DEADLINE_NOT_PASSED,
                    "Bids are taken until %s; it is %s by the clock that counts."
                            .formatted(procurement.deadline(), now));
        }
        return now;
    }

    private Procurement opened(Procurement procurement) {
        var opened = unsealing.open(procurement);
        var notes = new ArrayList<>(lodged.notes(procurement));
        notes.add(new Audit.Note("bids-opened", procurement.path(), Map.of("bids", opened)));
        return steps.take(procurement, notes);
    }
}
