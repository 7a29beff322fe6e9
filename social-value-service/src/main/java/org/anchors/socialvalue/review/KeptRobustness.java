package org.anchors.socialvalue.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.evaluation.Assessment;
import org.anchors.socialvalue.evaluation.RobustnessView;
import org.anchors.socialvalue.marking.MarksAlone;

/** How robust stored evaluations are: found out when somebody asks first, and kept, for all that it follows from is frozen. */
@ApplicationScoped
class KeptRobustness {

    private final EvaluatedLots lots;
    private final MarksAlone marks;
    private final Rows rows;
    private final ObjectMapper json;

    KeptRobustness(EvaluatedLots lots, MarksAlone marks, Rows rows, ObjectMapper json) {
        this.lots = lots;
        this.marks = marks;
        this.rows = rows;
        this.json = json;
    }

    /** JSON of a {@link RobustnessView}. */
    String of(EvaluatedLots.EvaluatedLot evaluated) {
        return rows.first(
                        "select report from lot_robustness where procurement = ? and lot = ?",
                        row -> row.getString(1),
                        evaluated.procurement().id(),
                        evaluated.evaluation().lot())
                .orElseGet(() -> kept(evaluated, text(found(evaluated))));
    }

    private RobustnessView found(EvaluatedLots.EvaluatedLot evaluated) {
        var scored = lots.inputs(evaluated);
        return Assessment.robustness(
                scored.request(),
                scored.measures(),
                marks.of(evaluated.procurement().id(), scored.lot()));
    }

    /** Whoever asks at the same time finds the same. */
    private String kept(EvaluatedLots.EvaluatedLot evaluated, String report) {
        rows.change(
                "insert into lot_robustness (procurement, lot, report) values (?, ?, ?) on conflict do nothing",
                evaluated.procurement().id(),
                evaluated.evaluation().lot(),
                report);
        return report;
    }

    private String text(RobustnessView found) {
        try {
            return json.writeValueAsString(found);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was found can be written", impossible);
        }
    }
}
