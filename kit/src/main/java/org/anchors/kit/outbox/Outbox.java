package org.anchors.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchors.contracts.event.Event;
import org.anchors.contracts.event.EventTypes;
import org.anchors.kit.copy.Target;
import org.anchors.kit.trace.Traceparent;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Takes events in the transaction of the change they report; the relay publishes them once that has committed. */
@ApplicationScoped
public class Outbox {

    /** Where events go that are written together with what they report. */
    public static final Target ROWS = Target.of(
            "outbox (event_id uuid, topic text, key text, type text, occurred_at timestamptz, traceparent text, payload text)");

    private static final String INSERT = "insert into %s values (?, ?, ?, ?, ?, ?, ?)".formatted(ROWS.named());

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Event event) {
        addAll(List.of(event));
    }

    /** Takes many events of one request, in their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addAll(Collection<? extends Event> events) {
        database.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                for (var row : rows(events).toList()) {
                    bind(row, insert);
                }
                insert.executeBatch();
            }
        });
    }

    /** The {@link #ROWS} of events, for whoever writes them in one step with what they report. */
    public Stream<@Nullable Object[]> rows(Collection<? extends Event> events) {
        // So that the trace goes on behind Kafka.
        var trace = Traceparent.current().orElse(null);
        return events.stream().map(event -> row(event, trace));
    }

    private @Nullable Object[] row(Event event, @Nullable String trace) {
        return new @Nullable Object[] {
            UUID.randomUUID(),
            EventTypes.topicOf(event.getClass()).kafkaName(),
            event.key(),
            EventTypes.nameOf(event.getClass()),
            clock.instant().atOffset(ZoneOffset.UTC),
            trace,
            payload(event)
        };
    }

    private static void bind(@Nullable Object[] row, PreparedStatement insert) throws SQLException {
        for (var column = 0; column < row.length; column++) {
            insert.setObject(column + 1, row[column]);
        }
        insert.addBatch();
    }

    private String payload(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event is a record that can be written", impossible);
        }
    }
}
