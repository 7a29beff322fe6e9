package org.anchors.socialvalue.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.anchors.kit.platform.Failures;
import org.anchors.kit.rows.Rows;
import org.anchors.kit.turn.Turns;
import org.anchors.socialvalue.evaluation.Assessment;
import org.anchors.socialvalue.evaluation.EvaluationRefusal;
import org.anchors.socialvalue.evaluation.RobustnessView;
import org.anchors.socialvalue.marking.Inputs;
import org.anchors.socialvalue.marking.MarksAlone;
import org.anchors.socialvalue.procurement.Procurement;
import org.jboss.logging.Logger;

/** How robust stored evaluations are: found out with them and kept, for all that it follows from is frozen; docs/decisions/0020. */
@ApplicationScoped
public class KeptRobustness {

    private static final Logger LOG = Logger.getLogger(KeptRobustness.class);

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Whoever waits holds a connection of the database, of which there are some twenty. */
    private static final int MOST_WAITING = 2;

    private final Turns turns = new Turns(1, MOST_WAITING, EvaluationRefusal::busy);
    private final KeptRequests requests;
    private final MarksAlone marks;
    private final Rows rows;
    private final ObjectMapper json;

    KeptRobustness(KeptRequests requests, MarksAlone marks, Rows rows, ObjectMapper json) {
        this.requests = requests;
        this.marks = marks;
        this.rows = rows;
        this.json = json;
    }

    /** It stands beside the score: where it cannot be found out the evaluation is made, and whoever asks is told. */
    void keep(Procurement procurement, Inputs.OfLot scored) {
        String report;
        try {
            report = found(procurement, new KeptRequests.Scored(scored.lot(), scored.request(), scored.measures()));
        } catch (RuntimeException unknown) {
            LOG.errorf(
                    "No robustness of the lot %s of %s: %s",
                    scored.lot().key(), procurement.path(), Failures.described(unknown));
            return;
        }
        rows.change(
                "insert into lot_robustness (procurement, lot, report) values (?, ?, ?)",
                procurement.id(),
                scored.lot().key(),
                report);
    }

    /** JSON of a {@link RobustnessView}; where none was kept it is found out anew, for one at a time, and nothing is written. */
    public String of(Procurement procurement, LotEvaluation evaluation) {
        return rows.first(
                        "select report from lot_robustness where procurement = ? and lot = ?",
                        row -> row.getString(1),
                        procurement.id(),
                        evaluation.lot())
                .orElseGet(() -> foundInTurn(procurement, evaluation));
    }

    private String foundInTurn(Procurement procurement, LotEvaluation evaluation) {
        try (var _ = turns.take(1, PATIENCE)) {
            return found(procurement, requests.of(procurement, evaluation));
        }
    }

    private String found(Procurement procurement, KeptRequests.Scored scored) {
        var given = marks.of(procurement.id(), scored.lot());
        try {
            return json.writeValueAsString(Assessment.robustness(scored.request(), scored.measures(), given));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was found can be written", impossible);
        }
    }
}
