package org.anchors.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Gives each event its effect once: effect and event id are written in one transaction. Ids are kept for 90
 * days; an effect must bear an event that is older than that and arrives again. A failure that may pass (the database
 * is away, two transactions collided) is waited out; any other is thrown, and the message becomes a dead letter.
 * When the service stops, what has begun is ended, and what has not stays in Kafka.
 */
@ApplicationScoped
public class Inbox {

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Patience patience;

    Inbox(EntityManager database, ObjectMapper json, Clock clock, Patience patience) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Handles one message from Kafka.
     *
     * @param consumer name of whoever is affected; each consumer has each event once
     * @param effect runs in the transaction; must not depend on the order of events with different keys
     */
    public void take(String consumer, ConsumerRecord<String, String> message, Consumer<Envelope> effect) {
        Envelope.open(message, json).ifPresent(envelope -> patience.give(() -> once(consumer, envelope, effect)));
    }

    /** Gives the event its effect in the present transaction, unless it has had it. */
    public void onceHere(String consumer, Envelope envelope, Consumer<Envelope> effect) {
        var isNew = database.createNativeQuery(
                                "insert into inbox (consumer, event_id, handled_at) values (:consumer, :id, :at)"
                                        + " on conflict do nothing")
                        .setParameter("consumer", consumer)
                        .setParameter("id", envelope.id())
                        .setParameter("at", clock.instant())
                        .executeUpdate()
                == 1;
        if (isNew) {
            effect.accept(envelope);
        }
    }

    /** Until the transaction ends, the live consumer waits, in every replica. */
    public void hold(String consumer) {
        lock("pg_advisory_xact_lock", consumer);
    }

    /** Forgets what a consumer has seen, so that it can be told everything again; whoever does that {@linkplain #hold holds} it. */
    public void forget(String consumer) {
        database.createNativeQuery("delete from inbox where consumer = :consumer")
                .setParameter("consumer", consumer)
                .executeUpdate();
    }

    private void once(String consumer, Envelope envelope, Consumer<Envelope> effect) {
        QuarkusTransaction.requiringNew().run(() -> {
            // Before the inbox is touched: whoever forgets holds this lock and writes the same rows.
            lock("pg_advisory_xact_lock_shared", consumer);
            onceHere(consumer, envelope, effect);
        });
    }

    private void lock(String function, String consumer) {
        database.createNativeQuery(
                        "select 1 from (select %s(hashtextextended(:consumer, 1))) locked".formatted(function))
                .setParameter("consumer", consumer)
                .getSingleResult();
    }
}
