package org.anchors.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.anchors.kit.broker.Broker;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic as it stands, from a place in it to its present end, beside the service's ordinary consumers. */
@ApplicationScoped
public class TopicReader {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_EMPTY_POLLS = 40;
    private static final Duration API_PATIENCE = Duration.ofSeconds(10);

    /** Has read nothing ever, and never remembers what it reads. */
    private static final String NOBODYS_GROUP = "reader";

    private final Broker broker;

    TopicReader(Broker broker) {
        this.broker = broker;
    }

    /** Reads all of the topic. */
    public void readAll(String topic, Consumer<ConsumerRecord<String, String>> each) {
        try (var kafka = open(NOBODYS_GROUP)) {
            var partitions = partitionsOf(topic, kafka);
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            readToEnd(kafka, partitions, () -> false, each);
        }
    }

    /** Reads what the group has not read, and remembers it as read once each message has been dealt with. */
    void readUnread(String topic, String group, Consumer<ConsumerRecord<String, String>> each) {
        try (var kafka = open(group)) {
            var partitions = partitionsOf(topic, kafka);
            kafka.assign(partitions);
            readToEnd(kafka, partitions, () -> false, each);
            kafka.commitSync();
        }
    }

    /** Shows what the group has not read, at most so many messages, and leaves it unread. */
    List<ConsumerRecord<String, String>> peek(String topic, String group, int most) {
        try (var kafka = open(group)) {
            var partitions = partitionsOf(topic, kafka);
            kafka.assign(partitions);
            var seen = new ArrayList<ConsumerRecord<String, String>>();
            readToEnd(kafka, partitions, () -> seen.size() >= most, seen::add);
            return seen.subList(0, Math.min(most, seen.size()));
        }
    }

    /** Reads until there is enough, or until what was the end when it began. */
    private static void readToEnd(
            KafkaConsumer<String, String> kafka,
            List<TopicPartition> partitions,
            BooleanSupplier enough,
            Consumer<ConsumerRecord<String, String>> each) {
        Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
        var emptyPolls = 0;
        while (!enough.getAsBoolean()
                && partitions.stream()
                        .anyMatch(partition -> kafka.position(partition) < ends.getOrDefault(partition, 0L))) {
            var messages = kafka.poll(POLL);
            messages.forEach(each);
            emptyPolls = messages.isEmpty() ? emptyPolls + 1 : 0;
            if (emptyPolls >= MOST_EMPTY_POLLS) {
                throw new TimeoutException("Kafka gives no more messages");
            }
        }
    }

    private static List<TopicPartition> partitionsOf(String topic, KafkaConsumer<String, String> kafka) {
        return kafka.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private KafkaConsumer<String, String> open(String group) {
        return new KafkaConsumer<>(
                broker.client(Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) API_PATIENCE.toMillis())),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
