package org.anchors.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.RequestIds;

/**
 * Writes the audit trail, in the transaction of the deed. Call it last in a transaction: from the call to the commit no other
 * entry of this service can be written, which is what makes the chain one chain.
 */
@ApplicationScoped
public class Audit {

    private static final String INSERT = """
            insert into audit_entry
              (seq, at, subject, who, organisation, request_id, deed, object, detail, previous_hash, hash)
            values
              (:seq, :at, :subject, :who, cast(:organisation as text), cast(:request as text), :deed, :object, :detail,
               :previous, :hash)
            """;

    private final EntityManager database;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    Audit(EntityManager database, Caller caller, ObjectMapper json, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Notes a deed.
     *
     * @param deed past tense, such as {@code report-submitted}
     * @param object path of what it was done to, such as {@code reports/mseft-2024-25}
     * @param detail figures and states worth keeping; never personal data
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String deed, String object, Map<String, ?> detail) {
        database.flush();
        var head = (Tuple) database.createNativeQuery("select seq, hash from audit_head for update", Tuple.class)
                .getSingleResult();
        var previous = head.get("hash", String.class);
        var entry = new Entry(
                head.get("seq", Long.class) + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.subject(),
                caller.name(),
                caller.organisation().orElse(null),
                RequestIds.current(),
                deed,
                object,
                text(detail));
        insert(entry, previous);
    }

    private void insert(Entry entry, String previous) {
        var hash = entry.hashAfter(previous);
        database.createNativeQuery(INSERT)
                .setParameter("seq", entry.seq())
                .setParameter("at", entry.at())
                .setParameter("subject", entry.subject())
                .setParameter("who", entry.who())
                .setParameter("organisation", entry.organisation())
                .setParameter("request", entry.requestId())
                .setParameter("deed", entry.deed())
                .setParameter("object", entry.object())
                .setParameter("detail", entry.detail())
                .setParameter("previous", previous)
                .setParameter("hash", hash)
                .executeUpdate();
        database.createNativeQuery("update audit_head set seq = :seq, hash = :hash")
                .setParameter("seq", entry.seq())
                .setParameter("hash", hash)
                .executeUpdate();
    }

    private String text(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Details are plain values", impossible);
        }
    }
}
