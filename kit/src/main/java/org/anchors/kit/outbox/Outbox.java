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
import org.anchors.contracts.event.Event;
import org.anchors.contracts.event.EventTypes;
import org.anchors.kit.trace.Traceparent;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Takes events in the transaction of the change they report; the relay publishes them once that has committed. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (event_id, topic, key, type, occurred_at, traceparent, payload)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

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
        // So that the trace goes on behind Kafka.
        var trace = Traceparent.current().orElse(null);
        database.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                for (var event : events) {
                    bind(event, trace, insert);
                }
                insert.executeBatch();
            }
        });
    }

    private void bind(Event event, @Nullable String trace, PreparedStatement insert) throws SQLException {
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, EventTypes.topicOf(event.getClass()).kafkaName());
        insert.setString(3, event.key());
        insert.setString(4, EventTypes.nameOf(event.getClass()));
        insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
        insert.setString(6, trace);
        insert.setString(7, payload(event));
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
