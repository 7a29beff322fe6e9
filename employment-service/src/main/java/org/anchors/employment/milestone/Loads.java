package org.anchors.employment.milestone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.refusal.Refused;

/** What came of loads; the organisation that sent one can read it. */
@ApplicationScoped
class Loads {

    private final EntityManager database;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;

    Loads(EntityManager database, ObjectMapper json, Caller caller, Clock clock) {
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    void add(UUID id, LoadOutcome outcome) {
        database.createNativeQuery("""
                        insert into milestone_load (id, organisation, outcome, loaded_at)
                        values (:id, :organisation, :outcome, :at)
                        """)
                .setParameter("id", id)
                .setParameter("organisation", caller.organisation().orElse(""))
                .setParameter("outcome", text(outcome))
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    /** An outcome as JSON. */
    String require(UUID id) {
        List<?> found = database.createNativeQuery(
                        "select outcome from milestone_load where id = :id and organisation = :organisation")
                .setParameter("id", id)
                .setParameter("organisation", caller.organisation().orElse(""))
                .getResultList();
        if (found.isEmpty()) {
            throw Refused.notFound("The load " + id);
        }
        return (String) found.getFirst();
    }

    private String text(LoadOutcome outcome) {
        try {
            return json.writeValueAsString(outcome);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An outcome can be written", impossible);
        }
    }
}
