package org.anchors.charter.section;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.anchors.contracts.event.EventTypes;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells Kafka the golden events of other services, as those services will. */
final class GoldenEvents {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private GoldenEvents() {}

    /** Puts a golden event on its topic, under an id of its own. */
    static UUID tell(String type, String name) {
        var id = UUID.randomUUID();
        var event = EventTypes.named(type).orElseThrow();
        try (var golden = Objects.requireNonNull(
                        GoldenEvents.class.getResourceAsStream("/golden/%s/%s.json".formatted(type, name)));
                var kafka = new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
                        new StringSerializer(),
                        new StringSerializer())) {
            var payload = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            var message = new ProducerRecord<>(
                    EventTypes.topicOf(event).kafkaName(),
                    JSON.readValue(payload, event).key(),
                    payload);
            Map.of("ce_id", id, "ce_type", type, "ce_time", Instant.now()).forEach((header, value) -> message.headers()
                    .add(header, value.toString().getBytes(StandardCharsets.UTF_8)));
            kafka.send(message).get();
            return id;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
