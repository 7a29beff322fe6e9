package org.anchors.socialvalue.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.panel.Evaluator;
import org.anchors.socialvalue.panel.Panel;
import org.anchors.socialvalue.procurement.Procurement;

/**
 * Who sees whose marks. An evaluator sees the own ones; once these are in also those of others that are in. The buyer's officers and
 * the auditor see them when all are in that are waited for. Somebody who is both is an evaluator here.
 */
@ApplicationScoped
class VisibleMarks {

    private final Panel panel;
    private final Sheets sheets;
    private final Caller caller;

    VisibleMarks(Panel panel, Sheets sheets, Caller caller) {
        this.panel = panel;
        this.sheets = sheets;
        this.caller = caller;
    }

    /**
     * What the caller sees.
     *
     * @param evaluator the caller, where the caller marks
     * @param accounts of the evaluators whose marks it sees
     */
    record Seen(Optional<Evaluator> evaluator, Collection<String> accounts) {}

    Seen to(Procurement procurement) {
        var own = panel.caller(procurement.id());
        if (own.isPresent()) {
            return new Seen(own, ofEvaluator(procurement, own.get()));
        }
        if (!caller.has(Role.PROCUREMENT_OFFICER) && !caller.has(Role.AUDITOR)) {
            throw Refused.notFound("The procurement " + procurement.id());
        }
        requireAllIn(procurement);
        return new Seen(Optional.empty(), in(procurement).toList());
    }

    Page<Sheets.OfBid> marks(Procurement procurement, Seen seen, String reference, int most) {
        return sheets.behind(procurement.id(), seen.accounts(), reference, most);
    }

    private Collection<String> ofEvaluator(Procurement procurement, Evaluator own) {
        return own.isIn() ? in(procurement).toList() : List.of(own.account());
    }

    private Stream<String> in(Procurement procurement) {
        return panel.of(procurement.id()).stream().filter(Evaluator::isIn).map(Evaluator::account);
    }

    /** An evaluator whose marks are not in hears nothing of what others think. */
    void requireOwnIn(Procurement procurement) {
        var own = panel.caller(procurement.id());
        if (own.isPresent() && !own.get().isIn()) {
            throw new Refused(MarkingRefusal.MARKS_AWAITED, "Hand your own marks in first.");
        }
        if (own.isEmpty() && !caller.has(Role.PROCUREMENT_OFFICER) && !caller.has(Role.AUDITOR)) {
            throw Refused.notFound("The procurement " + procurement.id());
        }
    }

    /** Refuses while marks are awaited, or nobody has given any. */
    void requireAllIn(Procurement procurement) {
        var evaluators = panel.of(procurement.id());
        var awaited = evaluators.stream()
                .filter(Evaluator::isAwaited)
                .map(Evaluator::account)
                .toList();
        if (!awaited.isEmpty() || evaluators.stream().noneMatch(Evaluator::isIn)) {
            throw new Refused(
                    MarkingRefusal.MARKS_AWAITED,
                    awaited.isEmpty()
                            ? "Appoint evaluators, whose marks are needed first."
                            : "Wait for %s, or release them with a reason.".formatted(String.join(", ", awaited)));
        }
    }
}
