package org.anchors.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A row of the outbox, on its way to Kafka as a CloudEvent in binary mode. */
record Letter(
        long id,
        UUID eventId,
        String topic,
        String key,
        String type,
        Instant occurredAt,
        @Nullable String traceparent,
        String payload) {

    static Letter from(ResultSet row) throws SQLException {
        return new Letter(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("traceparent"),
                row.getString("payload"));
    }

    /** @param traceparent the place in a trace that the event says it comes from, for whoever takes it */
    ProducerRecord<String, String> asCloudEvent(Optional<String> traceparent) {
        var message = new ProducerRecord<>(topic, key, payload);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", eventId.toString());
        header(message, "ce_type", type);
        header(message, "ce_source", "/" + topic.replace("anchors.", "") + "-service");
        header(message, "ce_subject", key);
        header(message, "ce_time", occurredAt.toString());
        header(message, "content-type", "application/json");
        traceparent.ifPresent(place -> header(message, "traceparent", place));
        return message;
    }

    private static void header(ProducerRecord<String, String> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
