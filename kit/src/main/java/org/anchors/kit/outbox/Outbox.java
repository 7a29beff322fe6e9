package org.anchors.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.anchors.contracts.event.Event;
import org.anchors.contracts.event.EventTypes;
import org.jspecify.annotations.Nullable;

/** Takes events in the transaction of the change they report; the relay publishes them once that has committed. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (event_id, topic, key, type, occurred_at, traceparent, payload)
            values (:id, :topic, :key, :type, :at, cast(:trace as text), :payload)
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
        database.createNativeQuery(INSERT)
                .setParameter("id", UUID.randomUUID())
                .setParameter("topic", EventTypes.topicOf(event.getClass()).kafkaName())
                .setParameter("key", event.key())
                .setParameter("type", EventTypes.nameOf(event.getClass()))
                .setParameter("at", clock.instant())
                .setParameter("trace", traceparent())
                .setParameter("payload", payload(event))
                .executeUpdate();
    }

    private String payload(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event is a record that can be written", impossible);
        }
    }

    /** The trace that the change belongs to, in the W3C form, so that it goes on behind Kafka. */
    private static @Nullable String traceparent() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }
}
