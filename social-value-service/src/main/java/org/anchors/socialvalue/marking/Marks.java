package org.anchors.socialvalue.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.panel.Evaluator;
import org.anchors.socialvalue.panel.Panel;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;

/** An evaluator marks, and hands the marks in. */
@ApplicationScoped
class Marks {

    private final Sheets sheets;
    private final Panel panel;
    private final Asking asking;
    private final Audit audit;

    Marks(Sheets sheets, Panel panel, Asking asking, Audit audit) {
        this.sheets = sheets;
        this.panel = panel;
        this.asking = asking;
        this.audit = audit;
    }

    Evaluator save(Procurement procurement, Evaluator evaluator, Reading<MarkedBid.Sheet> body) {
        requireOpen(procurement, evaluator);
        body.refuseIfFaulty(asking.questions(procurement).faults(body.value().bids(), MarkedBid::bid, Marks::check));
        sheets.save(procurement.id(), evaluator.account(), body.value().bids());
        var marked = panel.marked(procurement.id(), evaluator);
        audit.record(
                "marks-saved",
                procurement.path(),
                Map.of("bids", body.value().bids().size()));
        return marked;
    }

    private static void check(MarkedBid sent, String at, Questions.Asked asked, Findings found) {
        if (sent.marks() != null) {
            Questions.marks(sent.marks(), at, asked, found);
        }
    }

    Evaluator submit(Procurement procurement, Evaluator evaluator) {
        requireOpen(procurement, evaluator);
        var missing = missing(procurement, evaluator);
        if (!missing.isEmpty()) {
            throw new Refused(MarkingRefusal.MARKS_MISSING, "Mark every question of every bid first.", missing);
        }
        var submitted = panel.submitted(procurement.id(), evaluator);
        audit.record("marks-submitted", procurement.path(), Map.of("evaluator", evaluator.account()));
        return submitted;
    }

    private List<Fault> missing(Procurement procurement, Evaluator evaluator) {
        var questions = asking.questions(procurement);
        var marked = sheets.marked(procurement.id(), evaluator.account());
        var found = new Findings();
        for (var bid : questions.bids()) {
            var given = Objects.requireNonNullElse(marked.get(bid), List.<String>of());
            for (var question : questions.about(bid).questions()) {
                if (!given.contains(question)) {
                    found.add("%s: %s".formatted(bid, question), "mark-missing", null, "Give a mark.");
                }
            }
        }
        return found.faults();
    }

    private static void requireOpen(Procurement procurement, Evaluator evaluator) {
        procurement.stage().as(Stage.Opened.class);
        if (evaluator.submittedAt() != null) {
            throw new Refused(
                    MarkingRefusal.MARKS_ARE_IN, "Your marks are in; what changes from here on is agreed on by all.");
        }
    }
}
