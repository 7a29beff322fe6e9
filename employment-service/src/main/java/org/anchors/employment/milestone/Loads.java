package org.anchors.employment.milestone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** What came of loads; the organisation that sent one can read it. */
@ApplicationScoped
class Loads {

    private static final int MOST_NOT_TAKEN = 10;

    /** Whatever somebody else is about to delete is left to them. */
    private static final String FORGET = """
            delete from milestone_load where id in (
              select l.id from milestone_load l
              join (select id, not_taken, row_number() over (partition by not_taken = ? order by loaded_at desc, id) nth from milestone_load
                    where organisation = ? and not_taken is not null) kept on kept.id = l.id
              where kept.not_taken = ? or kept.nth >= ?
              order by l.id for update of l skip locked)
            """;

    private static final String LISTED =
            "select place, rule, given, mend from milestone_load_fault where load = ? and number > ? order by number limit ?";

    private static final String TOLD = """
            select told.fault ->> 'at' place, told.fault ->> 'rule' rule, told.fault ->> 'given' given, told.fault ->> 'mend' mend
            from milestone_load l, json_array_elements(cast(l.outcome as json) -> 'faults') with ordinality told (fault, number)
            where l.id = ? and told.number > ? order by told.number limit ?
            """;

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

    /** Adds what came of a load. */
    void add(UUID id, LoadOutcome outcome) {
        add(id, outcome, null);
    }

    /**
     * Adds what was found in a file of which nothing was taken. What stands of the same file goes, and the oldest of as many others
     * as an organisation may have: they may be long, and the next one is worth more.
     *
     * @param file tells the file from any other
     */
    void addNotTaken(UUID id, LoadOutcome outcome, String file) {
        rows.change(FORGET, file, organisation(), file, MOST_NOT_TAKEN);
        add(id, outcome, file);
    }

    private void add(UUID id, LoadOutcome outcome, @Nullable String notTaken) {
        rows.change(
                "insert into milestone_load (id, organisation, outcome, loaded_at, not_taken) values (?, ?, ?, ?, ?)",
                id,
                organisation(),
                text(outcome),
                clock.instant(),
                notTaken);
        // Faults are written before their load. That it is there is checked now, before the audit trail is held.
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
        var listed = faults(LISTED, id, after, most);
        return Page.of(
                // Of loads that the version before takes while this one begins they stand in the outcome only.
                listed.isEmpty() ? faults(TOLD, id, after, most) : listed,
                most,
                // They are numbered without a gap.
                last -> Long.toString(after + most));
    }

    private List<Fault> faults(String sql, UUID id, long after, int most) {
        return rows.all(sql, Loads::fault, id, after, most + 1);
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
