package org.anchors.socialvalue.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.bid.Unsealing;
import org.anchors.socialvalue.evaluation.Canonical;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;

/** The evaluators agree on one mark for each question, and on the gates; then that is final, and the prices are opened. */
@ApplicationScoped
class Moderation {

    private final Steps steps;
    private final VisibleMarks visible;
    private final Marks marks;
    private final Agreements agreements;
    private final Unsealing unsealing;
    private final Inputs inputs;

    Moderation(
            Steps steps, VisibleMarks visible, Marks marks, Agreements agreements, Unsealing unsealing, Inputs inputs) {
        this.steps = steps;
        this.visible = visible;
        this.marks = marks;
        this.agreements = agreements;
        this.unsealing = unsealing;
        this.inputs = inputs;
    }

    Procurement agree(Procurement procurement, Reading<MarkedBid.Consensus> body) {
        procurement.stage().as(Stage.Opened.class);
        var questions = marks.questions(procurement);
        requireMarked(procurement, questions);
        body.refuseIfFaulty(questions.faults(body.value().bids(), MarkedBid.Agreed::bid, (sent, at, asked, all) -> {
            check(sent, at, asked, all);
            questions.rulings(sent, at, all);
        }));
        var agreed = body.value().bids();
        agreements.save(procurement.id(), agreed, steps.who(), steps.now());
        return steps.beside(
                procurement,
                "consensus-recorded",
                Map.of("bids", agreed.size(), "hash", Sha256.of(Canonical.of(agreed))));
    }

    /** Where nothing is asked that evaluators mark, nobody is waited for. */
    private void requireMarked(Procurement procurement, Questions questions) {
        if (questions.areAsked()) {
            visible.requireAllIn(procurement);
        }
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
        var questions = marks.questions(procurement);
        requireMarked(procurement, questions);
        requireComplete(questions, agreements.of(procurement.id()));
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
