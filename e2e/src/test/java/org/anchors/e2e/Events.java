package org.anchors.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The platform's topics, past all services. */
final class Events {

    private static final int PARTITIONS = 6;

    private final String bootstrap;

    Events(Platform platform) {
        this.bootstrap = platform.fact("kafka.bootstrap");
    }

    /** Puts the same message into every partition of a topic. */
    void putEverywhere(String topic, String key, String payload, Map<String, String> headers) {
        try (var kafka = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new StringSerializer())) {
            for (var partition = 0; partition < PARTITIONS; partition++) {
                var message = new ProducerRecord<>(topic, partition, key, payload);
                headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                kafka.send(message).get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    /** Everything that a topic holds. */
    List<ConsumerRecord<String, String>> all(String topic) {
        try (var kafka = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = kafka.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            var ends = kafka.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(one -> kafka.position(one) < ends.getOrDefault(one, 0L))) {
                kafka.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    /** Whether every group of consumers has noted that it has had all that its topics hold. */
    boolean areTaken() throws InterruptedException, ExecutionException {
        try (var kafka = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            var groups = kafka.listGroups().valid().get().stream()
                    .map(GroupListing::groupId)
                    .toList();
            for (var group : groups) {
                var taken = kafka.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                var ends = kafka.listOffsets(taken.keySet().stream()
                                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                        .all()
                        .get();
                if (taken.entrySet().stream()
                        .anyMatch(at -> at.getValue() == null
                                || at.getValue().offset()
                                        < Objects.requireNonNull(ends.get(at.getKey()))
                                                .offset())) {
                    return false;
                }
            }
            return !groups.isEmpty();
        }
    }

    static @Nullable String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
