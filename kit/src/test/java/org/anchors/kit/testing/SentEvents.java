package org.anchors.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.anchors.contracts.event.Event;
import org.anchors.contracts.event.EventType;
import org.anchors.kit.platform.WrittenJson;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells of events as another service would. */
public final class SentEvents {

    private static final ObjectMapper JSON = WrittenJson.mapper();

    private SentEvents() {}

    /** Tells of something under a new id, which is answered. */
    public static UUID send(Event event) {
        var id = UUID.randomUUID();
        var type = Objects.requireNonNull(event.getClass().getAnnotation(EventType.class));
        try (var kafka = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
                new StringSerializer(),
                new StringSerializer())) {
            var message = new ProducerRecord<>(type.topic().kafkaName(), event.key(), JSON.writeValueAsString(event));
            Map.of("ce_id", id, "ce_type", type.value(), "ce_time", Instant.now())
                    .forEach((header, value) ->
                            message.headers().add(header, value.toString().getBytes(StandardCharsets.UTF_8)));
            kafka.send(message).get();
            return id;
        } catch (JsonProcessingException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
