package org.anchors.socialvalue.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.anchors.socialvalue.bid.Unsealing;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;

/** What was agreed on becomes final, and the prices are opened. */
@ApplicationScoped
class Finishing {

    private final Steps steps;
    private final Completeness completeness;
    private final Unsealing unsealing;
    private final Inputs inputs;

    Finishing(Steps steps, Completeness completeness, Unsealing unsealing, Inputs inputs) {
        this.steps = steps;
        this.completeness = completeness;
        this.unsealing = unsealing;
        this.inputs = inputs;
    }

    /**
     * Makes what was agreed on final, and opens the prices. Refused where the bids could not be scored with it: nobody has seen a
     * price then, and what was agreed on can still be mended.
     */
    Procurement complete(Procurement procurement) {
        var stage = procurement.stage().as(Stage.Opened.class);
        completeness.require(procurement);
        unsealing.openPrices(procurement);
        inputs.requireScorable(procurement);
        return steps.take(procurement.at(stage.marked(steps.now())), "marks-final", Map.of());
    }
}
