package org.anchors.charter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.caller.Caller;

/** What came of bulk files. The files themselves are not kept. */
@ApplicationScoped
class BulkLoads {

    private final EntityManager database;
    private final ObjectMapper json;
    private final Caller caller;

    BulkLoads(EntityManager database, ObjectMapper json, Caller caller) {
        this.database = database;
        this.json = json;
        this.caller = caller;
    }

    /** An outcome as JSON. */
    Optional<String> find(ReportingYear year, String id) {
        return database.createNativeQuery("select outcome from bulk_load where id = :id and year = :year")
                .setParameter("id", id)
                .setParameter("year", year.start())
                .getResultStream()
                .findFirst();
    }

    void add(BulkOutcome outcome, ReportingYear year, String digest, Instant at) {
        database.createNativeQuery("""
                        insert into bulk_load (id, year, digest, outcome, loaded_at, loaded_by)
                        values (:id, :year, :digest, :outcome, :at, :by)
                        """)
                .setParameter("id", outcome.id())
                .setParameter("year", year.start())
                .setParameter("digest", digest)
                .setParameter("outcome", text(outcome))
                .setParameter("at", at)
                .setParameter("by", caller.subject())
                .executeUpdate();
    }

    private String text(BulkOutcome outcome) {
        try {
            return json.writeValueAsString(outcome);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An outcome can be written", impossible);
        }
    }
}
