package org.anchors.socialvalue.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.bid.Unsealing;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;

/** What was agreed on becomes final, and the prices are opened. */
@ApplicationScoped
class Finishing {

    private final Steps steps;
    private final Asking asking;
    private final Agreements agreements;
    private final Unsealing unsealing;
    private final Inputs inputs;
    private final Confirmation confirmation;

    Finishing(
            Steps steps,
            Asking asking,
            Agreements agreements,
            Unsealing unsealing,
            Inputs inputs,
            Confirmation confirmation) {
        this.steps = steps;
        this.asking = asking;
        this.agreements = agreements;
        this.unsealing = unsealing;
        this.inputs = inputs;
        this.confirmation = confirmation;
    }

    /**
     * Makes what was agreed on final, and opens the prices. Refused where the bids could not be scored with it: nobody has seen a
     * price then, and what was agreed on can still be mended.
     */
    Procurement complete(Procurement procurement) {
        var stage = procurement.stage().as(Stage.Opened.class);
        agreements.requireRoom(procurement.id());
        requireComplete(asking.requireMarked(procurement), agreements.of(procurement.id()));
        confirmation.requireSecond(procurement);
        unsealing.openPrices(procurement);
        inputs.requireScorable(procurement);
        return steps.take(procurement.at(stage.marked(steps.now())), "marks-final", Map.of());
    }

    private static void requireComplete(Questions questions, Map<String, Agreements.Agreement> agreed) {
        var found = new Findings();
        for (var bid : questions.bids()) {
            var agreement = agreed.getOrDefault(bid, Agreements.Agreement.NONE);
            var asked = questions.about(bid);
            Questions.missing(asked.gates(), agreement.gates(), gate -> bid + ": gate " + gate, found);
            if (!agreement.failsAGate()) {
                Questions.missing(asked.questions(), agreement.marks(), question -> bid + ": " + question, found);
            }
        }
        if (questions.bids().isEmpty()) {
            found.add("bids", "none", null, "No bid came in: cancel the procurement.");
        }
        if (!found.faults().isEmpty()) {
            throw new Refused(MarkingRefusal.MARKS_MISSING, "Agree on everything first.", found.faults());
        }
    }
}
