package org.anchors.kit.inbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.kit.broker.Broker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The events of this service's topic that some consumer could not handle. */
@ApplicationScoped
public class DeadLetters {

    private static final String OWN_HEADERS = "dead-letter-";

    private final TopicReader topics;
    private final String topic;
    private final KafkaProducer<String, String> kafka;

    DeadLetters(TopicReader topics, @ConfigProperty(name = "anchors.topic") String topic, Broker broker) {
        this.topics = topics;
        this.topic = topic;
        this.kafka = new KafkaProducer<>(
                broker.client(Map.of(
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000)),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Those that have not been sent again yet, the oldest first. */
    public List<DeadLetter> waiting(int most) {
        return topics.peek(dlq(), group(), most).stream().map(DeadLetter::of).toList();
    }

    /**
     * Sends every waiting one to its topic again, under its own event id, so that a consumer that had handled it passes it
     * over. One that fails again becomes a dead letter again. What several consumers could not handle is sent once, for each of
     * them hears it.
     *
     * @return how many were sent
     */
    public int redrive() {
        var sent = new HashSet<String>();
        topics.readUnread(dlq(), group(), message -> {
            if (sent.add(origin(message))) {
                sendAgain(message);
            }
        });
        return sent.size();
    }

    /** Where on its topic a dead letter came from. */
    private static String origin(ConsumerRecord<String, String> message) {
        return Stream.of("partition", "offset")
                .map(name -> DeadLetter.text(message.headers(), OWN_HEADERS + name))
                .map(place -> Objects.requireNonNullElseGet(place, () -> "letter " + message.offset()))
                .collect(Collectors.joining("/"));
    }

    private void sendAgain(ConsumerRecord<String, String> message) {
        var headers = new RecordHeaders();
        for (var header : message.headers()) {
            if (!header.key().startsWith(OWN_HEADERS)) {
                headers.add(header);
            }
        }
        try {
            kafka.send(new ProducerRecord<>(topic, null, message.key(), message.value(), headers))
                    .get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Kafka did not take the event", failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending", ended);
        }
    }

    private String dlq() {
        return topic + ".dlq";
    }

    private String group() {
        return topic + ".redrive";
    }

    @PreDestroy
    void close() {
        kafka.close(Duration.ofSeconds(2));
    }
}
