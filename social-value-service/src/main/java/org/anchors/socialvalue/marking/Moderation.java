package org.anchors.socialvalue.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.platform.Sha256;
import org.anchors.socialvalue.evaluation.Canonical;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;

/** The evaluators agree on one mark for each question, on the gates, and on commitments that do not count. */
@ApplicationScoped
class Moderation {

    private final Steps steps;
    private final Asking asking;
    private final Agreements agreements;
    private final Caller caller;

    Moderation(Steps steps, Asking asking, Agreements agreements, Caller caller) {
        this.steps = steps;
        this.asking = asking;
        this.agreements = agreements;
        this.caller = caller;
    }

    Procurement agree(Procurement procurement, Reading<MarkedBid.Consensus> body) {
        procurement.stage().as(Stage.Opened.class);
        var questions = asking.requireMarked(procurement);
        var ruledOn = agreements.ruledOn(procurement.id());
        body.refuseIfFaulty(questions.faults(body.value().bids(), MarkedBid.Agreed::bid, (sent, at, asked, all) -> {
            check(sent, at, asked, all);
            questions.rulings(sent, at, all);
            silence(sent, at, ruledOn, all);
        }));
        var agreed = body.value().bids();
        if (agreed.stream().anyMatch(bid -> !bid.rulings().isEmpty())) {
            caller.requirePerson();
        }
        agreements.save(procurement.id(), agreed, caller, steps.now());
        return steps.beside(
                procurement,
                "consensus-recorded",
                Map.of("bids", agreed.size(), "hash", Sha256.of(Canonical.of(agreed))));
    }

    /** Whoever corrects a mark does not lift rulings by not speaking of them. */
    private static void silence(MarkedBid.Agreed sent, String at, Set<String> ruledOn, Findings found) {
        if (sent.commitments() == null && ruledOn.contains(sent.bid())) {
            found.add(
                    at + "/commitments",
                    "missing",
                    null,
                    "Send the rulings on its commitments again; an empty list lifts them.");
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
}
