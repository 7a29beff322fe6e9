package org.anchors.kit.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.anchors.contracts.event.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service under test has told Kafka: a thing that was sent twice, with one id, was told once. */
public final class PublishedEvents {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedEvents() {}

    /** Waits until something has been told about a key, and answers all that has been told about it by then. */
    public static List<ConsumerRecord<String, String>> await(Topic topic, String key) {
        return await(topic, key, 1);
    }

    /** The same until so many things have been told about it. */
    public static List<ConsumerRecord<String, String>> await(Topic topic, String key, int least) {
        var found = new LinkedHashMap<String, ConsumerRecord<String, String>>();
        try (var kafka = open()) {
            var partitions = kafka.partitionsFor(topic.kafkaName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            var deadline = Instant.now().plus(PATIENCE);
            while (found.size() < least && Instant.now().isBefore(deadline)) {
                kafka.poll(POLL).forEach(message -> {
                    if (key.equals(message.key())) {
                        found.putIfAbsent(
                                Objects.requireNonNull(headersOf(message).get("ce_id"), "The header ce_id is missing"),
                                message);
                    }
                });
            }
        }
        if (found.size() < least) {
            throw new AssertionError(
                    "%d of %d things were told about %s within %s".formatted(found.size(), least, key, PATIENCE));
        }
        return List.copyOf(found.values());
    }

    public static Map<String, String> headersOf(ConsumerRecord<String, String> message) {
        var headers = new TreeMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    /** Where the message departs from the schema of the type that its header names. */
    public static List<String> schemaFaultsOf(ConsumerRecord<String, String> message) {
        var type = Objects.requireNonNull(headersOf(message).get("ce_type"), "The header ce_type is missing");
        try (var schema = Topic.class.getResourceAsStream("/schemas/" + type + ".json")) {
            var checkFormats = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(JSON.readTree(schema), checkFormats)
                    .validate(JSON.readTree(message.value()))
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static KafkaConsumer<String, String> open() {
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
