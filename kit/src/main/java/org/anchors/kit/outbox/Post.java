package org.anchors.kit.outbox;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.anchors.kit.broker.Broker;
import org.anchors.kit.trace.Traceparent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Hands letters to Kafka. Of each key one letter is under way at a time, so that none overtakes another. */
@ApplicationScoped
class Post {

    private static final Logger LOG = Logger.getLogger(Post.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Producer<String, String> kafka;
    private final Tracer tracer;

    @Inject
    Post(Broker broker, Tracer tracer) {
        this(producer(broker), tracer);
    }

    Post(Producer<String, String> kafka, Tracer tracer) {
        this.kafka = kafka;
        this.tracer = tracer;
    }

    private static Producer<String, String> producer(Broker broker) {
        return new KafkaProducer<>(
                broker.client(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        (int) PATIENCE.toMillis() / 2,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis() / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis())),
                new StringSerializer(),
                new StringSerializer());
    }

    /**
     * Sends letters in their order and waits until Kafka has them.
     *
     * @param enough whether to leave the rest for another time; of each key one letter is always sent
     * @return those that arrived; a letter that did not arrive holds back the later ones of its key, and all others when
     *     Kafka cannot be reached at all
     */
    List<Letter> deliver(List<Letter> letters, BooleanSupplier enough) throws InterruptedException {
        var arrived = new ArrayList<Letter>();
        var held = new HashSet<String>();
        var waiting = new ArrayList<>(letters);
        do {
            var wave = firstOfEachKey(waiting);
            waiting.removeAll(wave.values());
            wave.keySet().removeAll(held);
            var sent = send(wave.values());
            for (var entry : sent.entrySet()) {
                if (arrives(entry.getValue())) {
                    arrived.add(entry.getKey());
                } else {
                    held.add(entry.getKey().key());
                }
            }
            if (sent.size() < wave.size()) {
                return arrived;
            }
        } while (!waiting.isEmpty() && !enough.getAsBoolean());
        return arrived;
    }

    /** Stops at the first letter that fails at once: Kafka is away, and each further one would wait as long for nothing. */
    private Map<Letter, Future<RecordMetadata>> send(Collection<Letter> wave) {
        var sent = new LinkedHashMap<Letter, Future<RecordMetadata>>();
        for (var letter : wave) {
            var future = send(letter);
            sent.put(letter, future);
            if (future.state() == Future.State.FAILED) {
                break;
            }
        }
        return sent;
    }

    /** In the trace that the letter was written in, as a span of its own until Kafka has it. */
    private Future<RecordMetadata> send(Letter letter) {
        var context = Traceparent.context(Objects.requireNonNullElse(letter.traceparent(), ""));
        var span = tracer.spanBuilder("send " + letter.topic())
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", letter.topic())
                .setParent(context)
                .startSpan();
        var place = Traceparent.of(span.getSpanContext()).filter(any -> letter.traceparent() != null);
        return kafka.send(letter.asCloudEvent(place), (taken, failure) -> span.end());
    }

    private static Map<String, Letter> firstOfEachKey(List<Letter> letters) {
        var first = new LinkedHashMap<String, Letter>();
        letters.forEach(letter -> first.putIfAbsent(letter.key(), letter));
        return first;
    }

    private static boolean arrives(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
            return true;
        } catch (ExecutionException notTaken) {
            LOG.warnf("Kafka did not take an event, it will be sent again: %s", notTaken.getCause());
            return false;
        }
    }

    @PreDestroy
    void close() {
        kafka.close(Duration.ofSeconds(2));
    }
}
