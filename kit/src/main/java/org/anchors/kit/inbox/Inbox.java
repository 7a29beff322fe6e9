package org.anchors.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Gives each event its effect once: effect and event id are written in one transaction. A failure that may pass (the database
 * is away, two transactions collided) is waited out; any other is thrown, and the message becomes a dead letter.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    Inbox(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Handles one message from Kafka.
     *
     * @param consumer name of whoever is affected; each consumer has each event once
     * @param effect runs in the transaction; must not depend on the order of events with different keys
     */
    public void take(String consumer, ConsumerRecord<String, String> message, Consumer<Envelope> effect) {
        Envelope.open(message, json).ifPresent(envelope -> patiently(() -> once(consumer, envelope, effect)));
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

    /**
     * Forgets what a consumer has seen, so that it can be told everything again; until the transaction ends, the live consumer
     * waits.
     */
    public void forget(String consumer) {
        lock("pg_advisory_xact_lock", consumer);
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
                        "select 1 from (select %s(hashtextextended(:consumer, 1))) locked".formatted(function),
                        Integer.class)
                .setParameter("consumer", consumer)
                .getSingleResult();
    }

    private static void patiently(Runnable attempt) {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                attempt.run();
                return;
            } catch (RuntimeException failure) {
                if (!mayPass(failure)) {
                    throw failure;
                }
                LOG.warnf("An event waits, its effect will be tried again: %s", failure);
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /**
     * SQLSTATE 08: no connection; 40: collided; 53: out of resources; 57: the server is going away; 55P03: locked. A failure
     * without a state comes from the pool or the driver: there was no answer from the database.
     */
    private static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null || sql.getSQLState().matches("(08|40|53|57).*|55P03");
            }
        }
        return failure instanceof QuarkusTransactionException;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting", ended);
        }
    }
}
