package org.anchors.kit.projection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.inbox.Inbox;
import org.anchors.kit.inbox.NotTaken;
import org.anchors.kit.inbox.TopicReader;
import org.anchors.kit.inbox.UnreadableEvent;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Keeps the service's projections up to date, and rebuilds one from the topics while the service runs. */
@ApplicationScoped
public class Projections {

    private static final Logger LOG = Logger.getLogger(Projections.class);
    private static final int LONGEST_REBUILD_SECONDS = 1_800;

    private final List<Projection> all;
    private final Inbox inbox;
    private final TopicReader topics;
    private final ObjectMapper json;
    private final Audit audit;

    Projections(@All List<Projection> all, Inbox inbox, TopicReader topics, ObjectMapper json, Audit audit) {
        this.all = all;
        this.inbox = inbox;
        this.topics = topics;
        this.json = json;
        this.audit = audit;
    }

    /** Tells a projection of one message; called by the consumer of the topic. */
    public void take(Projection projection, ConsumerRecord<String, String> message) {
        inbox.take(projection.name(), message, envelope -> {
            if (!projection.mayBeWritten()) {
                throw new NotTaken(
                        "A newer program has built %s; its event waits for that".formatted(projection.name()));
            }
            projection.apply(envelope);
        });
    }

    /**
     * Rebuilds a projection unless that is found to be done already, by another replica perhaps.
     *
     * @param due asked once nobody else writes it
     * @return the number of events it was told; empty where it was not due
     */
    public OptionalInt rebuildIf(String name, BooleanSupplier due) {
        var projection = require(name);
        return QuarkusTransaction.requiringNew()
                .timeout(LONGEST_REBUILD_SECONDS)
                .call(() -> {
                    inbox.hold(name);
                    return due.getAsBoolean() ? OptionalInt.of(rebuildInTransaction(projection)) : OptionalInt.empty();
                });
    }

    /**
     * Clears a projection and tells it everything that its topics hold, and what they have lost of what the service has stored, in
     * one transaction: readers see the old one until the new one is complete, and the live consumer waits.
     *
     * @return the number of events it was told
     */
    public int rebuild(String name) {
        return rebuildIf(name, () -> true).orElseThrow();
    }

    private Projection require(String name) {
        return all.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("The projection " + name));
    }

    private int rebuildInTransaction(Projection projection) {
        if (!projection.mayBeWritten()) {
            throw new Refused(
                    CommonRefusal.MADE_MEANWHILE,
                    "A newer program has built it with more than this one knows; ask that one.");
        }
        inbox.forget(projection.name());
        projection.clear();
        var told = new int[1];
        Consumer<Envelope> tell = envelope -> {
            inbox.onceHere(projection.name(), envelope, projection::apply);
            told[0]++;
        };
        for (var topic : projection.topics()) {
            topics.readAll(topic.kafkaName(), message -> readable(message).ifPresent(tell));
        }
        var arrived = told[0];
        projection.tellLost(tell);
        audit.record(
                "projection-rebuilt",
                "projections/" + projection.name(),
                Map.of("events", told[0], "fromStore", told[0] - arrived));
        return told[0];
    }

    /** What is no event became a dead letter when it arrived; it is none of the projection's now either. */
    private Optional<Envelope> readable(ConsumerRecord<String, String> message) {
        try {
            return Envelope.open(message, json);
        } catch (UnreadableEvent deadLetter) {
            LOG.warnf(
                    "Passed over what is no event: %s, partition %d, offset %d",
                    message.topic(), message.partition(), message.offset());
            return Optional.empty();
        }
    }
}
