package org.anchors.employment.milestone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;

/** What came of loads; the organisation that sent one can read it. */
@ApplicationScoped
class Loads {

    private final Rows rows;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;

    Loads(Rows rows, ObjectMapper json, Caller caller, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    void add(UUID id, LoadOutcome outcome) {
        rows.change(
                "insert into milestone_load (id, organisation, outcome, loaded_at) values (?, ?, ?, ?)",
                id,
                organisation(),
                text(outcome),
                clock.instant());
        // Each fault was written before its load and is checked for it at the end: here, before the audit trail is held.
        rows.change("set constraints all immediate");
    }

    /** An outcome as JSON. */
    String require(UUID id) {
        return own("outcome", id);
    }

    private String own(String column, UUID id) {
        return rows.first(
                        "select %s from milestone_load where id = ? and organisation = ?".formatted(column),
                        row -> row.getString(column),
                        id,
                        organisation())
                .orElseThrow(() -> Refused.notFound("The load " + id));
    }

    /**
     * Faults of a load, in the order in which they were found.
     *
     * @param after how many of them stand before the page
     */
    Page<Fault> faults(UUID id, long after, int most) {
        own("id", id);
        // They are numbered without a gap.
        return Page.of(
                rows.all(
                        "select place, rule, given, mend from milestone_load_fault where load = ? and number > ? order by number limit ?",
                        Loads::fault,
                        id,
                        after,
                        most + 1),
                most,
                last -> Long.toString(after + most));
    }

    private static Fault fault(ResultSet row) throws SQLException {
        return new Fault(row.getString("place"), row.getString("rule"), row.getString("given"), row.getString("mend"));
    }

    private String organisation() {
        return caller.organisation().orElse("");
    }

    private String text(LoadOutcome outcome) {
        try {
            return json.writeValueAsString(outcome);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An outcome can be written", impossible);
        }
    }
}
