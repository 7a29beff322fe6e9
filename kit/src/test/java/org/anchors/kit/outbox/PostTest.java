package org.anchors.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PostTest {

    private final MockProducer<String, String> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new StringSerializer());
    private final Post post = new Post(kafka, OpenTelemetry.noop().getTracer("test"));

    @Test
    void sendsLettersOfEachKeyInTheirOrder() throws InterruptedException {
        post.deliver(List.of(letter(1, "a"), letter(2, "a"), letter(3, "b"), letter(4, "a")), () -> false);
        assertEquals(List.of("1", "3", "2", "4"), sent());
    }

    /** All of a batch may have the same key, and each of its letters wait for Kafka's answer. */
    @Test
    void returnsWhatHasArrivedWhenTheTimeOfABatchIsOver() throws InterruptedException {
        var letters =
                LongStream.rangeClosed(1, 10).mapToObj(id -> letter(id, "a")).toList();
        var looks = new AtomicInteger();
        var arrived = post.deliver(letters, () -> looks.incrementAndGet() == 3);
        assertEquals(letters.subList(0, 3), arrived);
        assertEquals(List.of("1", "2", "3"), sent());
    }

    private List<String> sent() {
        return kafka.history().stream().map(message -> message.value()).toList();
    }

    private static Letter letter(long id, String key) {
        return new Letter(
                id, UUID.randomUUID(), "anchors.charter", key, "type", Instant.EPOCH, null, Long.toString(id));
    }
}
