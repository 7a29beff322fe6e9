package org.anchors.kit.inbox;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be handled, without its content.
 *
 * @param position place among the dead letters
 * @param event the event's id
 * @param type the event's public name
 * @param key what it is about
 * @param cause why it could not be handled
 */
public record DeadLetter(
        long position,
        @Nullable String event,
        @Nullable String type,
        @Nullable String key,
        @Nullable String cause) {

    static DeadLetter of(ConsumerRecord<String, String> message) {
        var headers = message.headers();
        return new DeadLetter(
                message.offset(),
                text(headers, "ce_id"),
                text(headers, "ce_type"),
                message.key(),
                text(headers, "dead-letter-reason"));
    }

    static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
