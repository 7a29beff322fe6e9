package org.anchors.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.anchors.contracts.event.Event;
import org.anchors.contracts.event.EventTypes;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as it arrived.
 *
 * @param id the event's own id, the same however often it arrives
 * @param occurredAt when the fact happened
 */
public record Envelope(UUID id, Instant occurredAt, Event event) {

    /**
     * Opens a message from Kafka.
     *
     * @return the event; empty for a kind that this version of the software does not know and may pass over
     * @throws UnreadableEvent when the message is no event, or not the event that it says it is
     */
    public static Optional<Envelope> open(ConsumerRecord<String, String> message, ObjectMapper json) {
        var type = EventTypes.named(header(message, "ce_type"));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        try {
            var event = json.readValue(message.value(), type.get());
            if (event == null) {
                throw new UnreadableEvent("The payload is null", null);
            }
            return Optional.of(new Envelope(
                    UUID.fromString(header(message, "ce_id")), Instant.parse(header(message, "ce_time")), event));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException unreadable) {
            throw new UnreadableEvent("Not a readable " + header(message, "ce_type"), unreadable);
        }
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        if (header == null) {
            throw new UnreadableEvent("The header %s is missing".formatted(name), null);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
