package org.anchors.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anchors.kit.broker.Broker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How far each consumer of this service is behind its topic, and how many dead letters of its own topic wait to be sent again; no
 * figure while Kafka does not say. Each replica tells the same of its service.
 */
@ApplicationScoped
class TopicFigures {

    private static final Logger LOG = Logger.getLogger(TopicFigures.class);
    private static final String CHANNEL = "mp.messaging.incoming.";
    private static final String GROUP = ".group.id";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin kafka;
    private final List<Reading> consumers;
    private final Reading deadLetters;
    private final MultiGauge behind;
    private final MultiGauge waiting;

    /** A group that reads a topic. */
    private record Reading(String group, String topic) {}

    TopicFigures(
            Broker broker, Config config, MeterRegistry figures, @ConfigProperty(name = "anchors.topic") String topic) {
        kafka = Admin.create(broker.client(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis())));
        consumers = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(CHANNEL) && name.endsWith(GROUP))
                .sorted()
                .map(name -> new Reading(
                        config.getValue(name, String.class),
                        config.getValue(name.replace(GROUP, ".topic"), String.class)))
                .toList();
        deadLetters = new Reading(topic + ".redrive", topic + ".dlq");
        behind = MultiGauge.builder("anchors.events.behind")
                .description("Events that a consumer has not taken yet")
                .register(figures);
        waiting = MultiGauge.builder("anchors.dead.letters.waiting")
                .description("Events that a consumer could not handle and nobody has sent again")
                .register(figures);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        try {
            behind.register(consumers.stream().flatMap(this::row).toList(), true);
            waiting.register(row(deadLetters).toList(), true);
        } catch (Unanswered away) {
            LOG.debugf("Kafka does not say how far it is read: %s", away.getCause());
            behind.register(List.of(), true);
            waiting.register(List.of(), true);
        }
    }

    private Stream<MultiGauge.Row<?>> row(Reading reading) {
        var tags = Tags.of("group", reading.group(), "topic", reading.topic());
        return Stream.of(MultiGauge.Row.of(tags, unread(reading)));
    }

    /** Kafka has not answered. */
    private static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(Throwable cause) {
            super(cause);
        }
    }

    private long unread(Reading reading) {
        try {
            var partitions = partitionsOf(reading.topic());
            var ends = offsets(partitions, OffsetSpec.latest());
            var starts = offsets(partitions, OffsetSpec.earliest());
            var read = kafka.listConsumerGroupOffsets(reading.group())
                    .partitionsToOffsetAndMetadata()
                    .get();
            return partitions.stream()
                    .mapToLong(partition -> unread(starts.get(partition), ends.get(partition), read.get(partition)))
                    .sum();
        } catch (ExecutionException failure) {
            throw new Unanswered(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Unanswered(ended);
        }
    }

    private static long unread(
            @Nullable ListOffsetsResultInfo start,
            @Nullable ListOffsetsResultInfo end,
            @Nullable OffsetAndMetadata read) {
        if (start == null || end == null) {
            return 0;
        }
        var from = read == null ? start.offset() : Math.max(start.offset(), read.offset());
        return Math.max(0, end.offset() - from);
    }

    private List<TopicPartition> partitionsOf(String topic) throws InterruptedException, ExecutionException {
        var description = kafka.describeTopics(List.of(topic)).allTopicNames().get();
        return description.values().stream()
                .flatMap(known -> IntStream.range(0, known.partitions().size())
                        .mapToObj(number -> new TopicPartition(topic, number)))
                .toList();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException {
        var asked = partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        return kafka.listOffsets(asked).all().get();
    }

    @PreDestroy
    void close() {
        kafka.close(Duration.ofSeconds(2));
    }
}
