package org.anchors.charter.consolidated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.anchors.contracts.event.AnnualReportReturned;
import org.anchors.contracts.event.Event;
import org.anchors.contracts.event.EventType;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.inbox.NotTaken;
import org.anchors.kit.projection.Projection;
import org.anchors.kit.projection.Projections;
import org.anchors.kit.testing.Engines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** docs/decisions/0005: two versions of the program at once, as in any upgrade of several replicas. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class ProjectionShapeTest {

    @Inject
    Projections projections;

    @Inject
    ConsolidatedProjection projection;

    @Inject
    Reshaping reshaping;

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    @Test
    void rowsOfAnOlderShapeAreBuiltAnewOnceHoweverManyReplicasStart() {
        var before = rebuilds();
        QuarkusTransaction.requiringNew().run(() -> note(ProjectionShape.OWN - 1));
        reshaping.check(new StartupEvent());
        reshaping.check(new StartupEvent());
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> QuarkusTransaction.requiringNew()
                .call(() -> !ProjectionShape.isOlder(database)));
        assertEquals(
                OptionalInt.empty(), projections.rebuildIf(projection.name(), () -> ProjectionShape.isOlder(database)));
        assertEquals(before + 1, rebuilds());
    }

    @Test
    void whatANewerProgramHasBuiltIsLeftToIt() {
        QuarkusTransaction.begin();
        try {
            assertTrue(projection.mayBeWritten());
            note(ProjectionShape.OWN + 1);
            assertFalse(projection.mayBeWritten());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Neither with an effect nor as a dead letter: the newer program takes them as soon as this one is gone. */
    @Test
    void eventsForWhatANewerProgramHasBuiltStayInKafka() throws JsonProcessingException {
        var message = message(new AnnualReportReturned("r-1", "org-a", "2050-51", 1, Instant.EPOCH, 1));
        assertThrows(NotTaken.class, () -> projections.take(new OfANewerProgram(), message));
    }

    private ConsumerRecord<String, String> message(Event event) throws JsonProcessingException {
        var type = Objects.requireNonNull(event.getClass().getAnnotation(EventType.class));
        var message = new ConsumerRecord<>(type.topic().kafkaName(), 0, 0, event.key(), json.writeValueAsString(event));
        Map.of("ce_id", UUID.randomUUID(), "ce_type", type.value(), "ce_time", Instant.EPOCH)
                .forEach((header, value) ->
                        message.headers().add(header, value.toString().getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static final class OfANewerProgram implements Projection {

        @Override
        public String name() {
            return "of-a-newer-program";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of(Topic.CHARTER);
        }

        @Override
        public boolean mayBeWritten() {
            return false;
        }

        @Override
        public void apply(Envelope envelope) {
            throw new AssertionError("It was written");
        }

        @Override
        public void clear() {
            throw new AssertionError("It was cleared");
        }
    }

    private void note(int shape) {
        database.createNativeQuery("update projection_shape set shape = :shape where projection = 'consolidated'")
                .setParameter("shape", shape)
                .executeUpdate();
    }

    private long rebuilds() {
        return QuarkusTransaction.requiringNew().call(() -> (Long) database.createNativeQuery(
                        "select count(*) from audit_entry where deed = 'projection-rebuilt' and object = 'projections/consolidated'")
                .getSingleResult());
    }
}
