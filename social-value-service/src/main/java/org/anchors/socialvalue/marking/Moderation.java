package org.anchors.socialvalue.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.DatabaseClock;
import org.anchors.socialvalue.bid.Unsealing;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;

/** The evaluators agree on one mark for each question, and on the gates; then that is final, and the prices are opened. */
@ApplicationScoped
class Moderation {

    private final Procurements procurements;
    private final VisibleMarks visible;
    private final Marks marks;
    private final Agreements agreements;
    private final Unsealing unsealing;
    private final Inputs inputs;
    private final DatabaseClock clock;
    private final Audit audit;

    Moderation(
            Procurements procurements,
            VisibleMarks visible,
            Marks marks,
            Agreements agreements,
            Unsealing unsealing,
            Inputs inputs,
            DatabaseClock clock,
            Audit audit) {
        this.procurements = procurements;
        this.visible = visible;
        this.marks = marks;
        this.agreements = agreements;
        this.unsealing = unsealing;
        this.inputs = inputs;
        this.clock = clock;
        this.audit = audit;
    }

    Procurement agree(Procurement procurement, Reading<MarkedBid.Consensus> body) {
        procurement.stage().as(Stage.Opened.class);
        visible.requireAllIn(procurement);
        var questions = marks.questions(procurement);
        body.refuseIfFaulty(questions.faults(body.value().bids(), MarkedBid.Agreed::bid, Moderation::check));
        agreements.save(procurement.id(), body.value().bids());
        var next = procurements.save(procurement.at(procurement.stage()));
        audit.record(
                "consensus-recorded",
                procurement.path(),
                Map.of("bids", body.value().bids().size()));
        return next;
    }

    private static void check(MarkedBid.Agreed sent, String at, Questions.Asked asked, Findings found) {
        Questions.marks(sent.marksOrNone(), at, asked, found);
        Questions.unknown(sent.gatesOrNone().keySet(), asked.gates(), at + "/gates/", found);
        sent.gatesOrNone().forEach((gate, decision) -> reason(decision, at + "/gates/" + gate, found));
    }

    private static void reason(GateDecision decision, String at, Findings found) {
        if (decision != null
                && Boolean.FALSE.equals(decision.passed())
                && (decision.reason() == null || decision.reason().isBlank())) {
            found.add(at + "/reason", "missing", null, "Say why it was not passed: the bidder is told it.");
        }
    }

    /**
     * Makes what was agreed on final, and opens the prices. Refused where the bids could not be scored with it: nobody has seen a
     * price then, and what was agreed on can still be mended.
     */
    Procurement complete(Procurement procurement) {
        var stage = procurement.stage().as(Stage.Opened.class);
        visible.requireAllIn(procurement);
        requireComplete(marks.questions(procurement), agreements.of(procurement.id()));
        unsealing.openPrices(procurement);
        inputs.requireScorable(procurement);
        var settled = procurements.save(procurement.at(stage.marked(clock.now())));
        audit.record("marks-final", procurement.path(), Map.of());
        return settled;
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
