package org.anchors.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.RequestIds;
import org.hibernate.Session;

/**
 * Writes the audit trail, in the transaction of the deed. Call it last in a transaction: from the call to the commit no other
 * entry of this service can be written, which is what makes the chain one chain.
 */
@ApplicationScoped
public class Audit {

    /** In one way to the database: the shorter the trail is held, the more can write to it. */
    private static final String ADD = "call add_audit_entries(?, ?, ?, ?, ?, ?, ?, ?, ?)";

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
        var entries = entries(notes);
        database.unwrap(Session.class).doWork(connection -> {
            try (var add = connection.prepareStatement(ADD)) {
                bind(entries, add);
                add.execute();
            }
        });
    }

    private List<Entry> entries(List<Note> notes) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var subject = caller.subject();
        var who = caller.name();
        var organisation = caller.organisation().orElse(null);
        var request = RequestIds.current();
        return notes.stream()
                .map(note -> new Entry(
                        at, subject, who, organisation, request, note.deed(), note.object(), text(note.detail())))
                .toList();
    }

    private static void bind(List<Entry> entries, PreparedStatement add) throws SQLException {
        var first = entries.getFirst();
        add.setObject(1, first.at().atOffset(ZoneOffset.UTC));
        add.setString(2, first.subject());
        add.setString(3, first.who());
        add.setString(4, first.organisation());
        add.setString(5, first.requestId());
        add.setArray(6, texts(entries, Entry::deed, add));
        add.setArray(7, texts(entries, Entry::object, add));
        add.setArray(8, texts(entries, Entry::detail, add));
        add.setArray(9, texts(entries, Entry::text, add));
    }

    private static Array texts(List<Entry> entries, Function<Entry, String> field, PreparedStatement add)
            throws SQLException {
        return add.getConnection()
                .createArrayOf("text", entries.stream().map(field).toArray());
    }

    private String text(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Details are plain values", impossible);
        }
    }
}
