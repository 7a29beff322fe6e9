package org.anchors.socialvalue.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.procurement.Procurement;

/** What has to be agreed on before it can become final. */
@ApplicationScoped
class Completeness {

    private final Asking asking;
    private final Agreements agreements;
    private final Confirmation confirmation;

    Completeness(Asking asking, Agreements agreements, Confirmation confirmation) {
        this.asking = asking;
        this.agreements = agreements;
        this.confirmation = confirmation;
    }

    /** Refuses where something was not agreed on, is too long to be scored, or is not confirmed by a second person. */
    void require(Procurement procurement) {
        var questions = asking.requireMarked(procurement);
        agreements.requireRoom(procurement.id());
        requireAnswers(questions, procurement);
        confirmation.requireSecond(procurement);
    }

    private void requireAnswers(Questions questions, Procurement procurement) {
        var found = new Findings();
        var unheardOf = new LinkedHashSet<>(questions.bids());
        agreements.each(procurement.id(), (bid, agreement) -> {
            if (unheardOf.remove(bid)) {
                missing(bid, agreement, questions.about(bid), found);
            }
        });
        unheardOf.forEach(bid -> missing(bid, Agreements.Agreement.NONE, questions.about(bid), found));
        if (questions.bids().isEmpty()) {
            found.add("bids", "none", null, "No bid came in: cancel the procurement.");
        }
        if (!found.faults().isEmpty()) {
            throw new Refused(MarkingRefusal.MARKS_MISSING, "Agree on everything first.", found.faults());
        }
    }

    private static void missing(String bid, Agreements.Agreement agreement, Questions.Asked asked, Findings found) {
        Questions.missing(asked.gates(), agreement.gates(), gate -> bid + ": gate " + gate, found);
        if (!agreement.failsAGate()) {
            Questions.missing(asked.questions(), agreement.marks(), question -> bid + ": " + question, found);
        }
    }
}
