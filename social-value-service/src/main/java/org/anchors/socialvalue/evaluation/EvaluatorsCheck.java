package org.anchors.socialvalue.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Scalar;
import org.anchors.socialvalue.methodology.ScaleBody;
import org.anchors.socialvalue.scoring.Scale;
import org.jspecify.annotations.Nullable;

/** The rules of what evaluators gave alone: marks on the scale, for questions that there are, of bids that there are. */
final class EvaluatorsCheck {

    private final Set<String> bids;
    private final Set<String> questions;
    private final Scale scale;
    private final Findings found = new Findings();

    private EvaluatorsCheck(RobustnessRequest request) {
        this.bids = request.evaluation().bidsOrNone().stream()
                .map(BidBody::key)
                .filter(key -> key != null)
                .collect(Collectors.toSet());
        this.questions = request.methodology().questions().collect(Collectors.toSet());
        this.scale = request.methodology().scaleOrPercentages().scale();
    }

    static List<Fault> faultsOf(RobustnessRequest request) {
        if (request.methodology() == null || request.evaluators() == null) {
            return List.of();
        }
        var check = new EvaluatorsCheck(request);
        var names = new HashSet<String>();
        for (var i = 0; i < request.evaluators().size(); i++) {
            var evaluator = request.evaluators().get(i);
            if (evaluator == null) {
                continue;
            }
            var at = "/evaluators/" + i;
            if (evaluator.evaluator() != null && !names.add(evaluator.evaluator())) {
                check.found.add(at + "/evaluator", "repeated", evaluator.evaluator(), "Name each only once.");
            }
            if (evaluator.marks() != null) {
                evaluator.marks().forEach((bid, marks) -> check.bid(at + "/marks/" + bid, bid, marks));
            }
        }
        return check.found.faults();
    }

    private void bid(String at, String bid, @Nullable Map<String, Scalar> marks) {
        if (!bids.contains(bid)) {
            found.add(at, "unknown-bid", bid, "Name a bid of this request by its key.");
        }
        if (marks == null) {
            found.add(at, "missing", null, "Send the marks by question, or leave the bid out.");
            return;
        }
        marks.forEach((question, grade) -> mark(at + "/" + question, question, grade));
    }

    private void mark(String at, String question, @Nullable Scalar grade) {
        if (!questions.contains(question)) {
            found.add(at, "unknown-question", question, "Name a question of the methodology.");
        } else if (grade == null || ScaleBody.of100(scale, grade).isEmpty()) {
            found.add(
                    at,
                    "not-on-the-scale",
                    grade == null ? null : ScaleBody.name(grade),
                    "Send a grade of the scale %s.".formatted(scale.name()));
        }
    }
}
