package org.anchors.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.RequestIds;
import org.hibernate.Session;

/**
 * Writes the audit trail, in the transaction of the deed. Call it last in a transaction: from the call to the commit no other
 * entry of this service can be written, which is what makes the chain one chain.
 */
@ApplicationScoped
public class Audit {

    private static final String INSERT = """
            insert into audit_entry
              (seq, at, subject, who, organisation, request_id, deed, object, detail, previous_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    /** The last entry of a transaction becomes the head, without one more way to the database. */
    private static final String INSERT_AS_HEAD = """
            with entry as (%s returning seq, hash)
            update audit_head set seq = entry.seq, hash = entry.hash from entry
            """.formatted(INSERT);

    private static final int INSERTED_AT_ONCE = 500;

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
     * A deed to be noted.
     *
     * @param deed past tense, such as {@code report-submitted}
     * @param object path of what it was done to, such as {@code reports/mseft-2024-25}
     * @param detail figures and states worth keeping; never personal data
     */
    public record Note(String deed, String object, Map<String, ?> detail) {}

    /** Notes a deed; the parameters are those of a {@link Note}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String deed, String object, Map<String, ?> detail) {
        recordAll(List.of(new Note(deed, object, detail)));
    }

    /** Notes many deeds of one request, one behind the other in the chain. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(List<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        database.flush();
        database.unwrap(Session.class).doWork(connection -> {
            var head = append(notes.subList(0, notes.size() - 1), lockHead(connection), connection);
            try (var insert = connection.prepareStatement(INSERT_AS_HEAD)) {
                bind(entry(head.seq() + 1, notes.getLast()), head.hash(), insert);
                insert.executeUpdate();
            }
        });
    }

    private Head append(List<Note> notes, Head from, Connection connection) throws SQLException {
        if (notes.isEmpty()) {
            return from;
        }
        var head = from;
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var note : notes) {
                head = bind(entry(head.seq() + 1, note), head.hash(), insert);
                insert.addBatch();
                if (head.seq() % INSERTED_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return head;
    }

    /** The newest entry. */
    private record Head(long seq, String hash) {}

    private static Head lockHead(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select seq, hash from audit_head for update");
                var row = query.executeQuery()) {
            row.next();
            return new Head(row.getLong("seq"), row.getString("hash"));
        }
    }

    private Entry entry(long seq, Note note) {
        return new Entry(
                seq,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.subject(),
                caller.name(),
                caller.organisation().orElse(null),
                RequestIds.current(),
                note.deed(),
                note.object(),
                text(note.detail()));
    }

    /** What the head is with this entry. */
    private static Head bind(Entry entry, String previous, PreparedStatement insert) throws SQLException {
        var hash = entry.hashAfter(previous);
        insert.setLong(1, entry.seq());
        insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
        var texts = Arrays.asList(
                entry.subject(),
                entry.who(),
                entry.organisation(),
                entry.requestId(),
                entry.deed(),
                entry.object(),
                entry.detail(),
                previous,
                hash);
        for (var index = 0; index < texts.size(); index++) {
            insert.setString(index + 3, texts.get(index));
        }
        return new Head(entry.seq(), hash);
    }

    private String text(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Details are plain values", impossible);
        }
    }
}
