package org.anchors.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.kit.platform.Failures;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Publishes the outbox to Kafka, at least once and in order per key. It is woken by NOTIFY and looks by itself every second
 * in case a notification was missed. Of several replicas one relays at a time: it holds an advisory lock while it does.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** After which a batch is ended, so that what Kafka has is marked before the transaction's time is over. */
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(60);

    /**
     * The lock, for a transaction that is not waited for until it is on the disk: what was published is published again when the
     * database forgets that it was, and nobody's own commit has to wait behind this one.
     */
    private static final String TO_RELAY = """
            select pg_try_advisory_xact_lock(hashtextextended('outbox', 0)), set_config('synchronous_commit', 'off', true)
            """;

    private static final String NEXT = """
            select id, event_id, topic, key, type, occurred_at, traceparent, payload
            from outbox where published_at is null order by id limit %d for update skip locked
            """.formatted(BATCH);

    private final DataSource dataSource;
    private final Post post;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Relay(DataSource dataSource, Post post) {
        this.dataSource = dataSource;
        this.post = post;
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (!stopping) {
            try {
                relayOrPause();
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private void relayOrPause() throws InterruptedException {
        try (var listening = dataSource.getConnection()) {
            relayWhile(listening);
        } catch (SQLException | RuntimeException failure) {
            LOG.warnf("The relay pauses: %s", Failures.inShort(failure));
            Thread.sleep(PAUSE_AFTER_FAILURE);
        }
    }

    private void relayWhile(Connection listening) throws SQLException, InterruptedException {
        try (var statement = listening.createStatement()) {
            statement.execute("listen outbox");
        }
        try {
            relayAsNotified(listening.unwrap(PGConnection.class));
        } finally {
            unlisten(listening);
        }
    }

    private void relayAsNotified(PGConnection listening) throws SQLException, InterruptedException {
        while (!stopping) {
            var batch = QuarkusTransaction.requiringNew()
                    .timeout((int) LONGEST_BATCH.toSeconds())
                    .call(this::relayBatch);
            if (batch.undelivered()) {
                Thread.sleep(PAUSE_AFTER_FAILURE);
            } else if (batch.taken() < BATCH) {
                listening.getNotifications((int) POLL.toMillis());
            }
        }
    }

    /** The connection goes back to the pool, where nobody would read its notifications. */
    private static void unlisten(Connection listening) {
        try (var statement = listening.createStatement()) {
            statement.execute("unlisten *");
        } catch (SQLException broken) {
            LOG.debugf("The connection is gone, and its notifications with it: %s", broken.getSQLState());
        }
    }

    private record Batch(int taken, int delivered) {
        boolean undelivered() {
            return delivered < taken;
        }
    }

    private Batch relayBatch() throws SQLException, InterruptedException {
        try (var connection = dataSource.getConnection()) {
            if (!isTheOneThatRelays(connection)) {
                return new Batch(0, 0);
            }
            var letters = next(connection);
            var until = System.nanoTime() + ENOUGH.toNanos();
            var delivered = post.deliver(letters, () -> System.nanoTime() - until > 0);
            markPublished(connection, delivered);
            return new Batch(letters.size(), delivered.size());
        }
    }

    private static boolean isTheOneThatRelays(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement(TO_RELAY);
                var answer = lock.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static List<Letter> next(Connection connection) throws SQLException {
        var letters = new ArrayList<Letter>();
        try (var query = connection.prepareStatement(NEXT);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                letters.add(Letter.from(rows));
            }
        }
        return letters;
    }

    private static void markPublished(Connection connection, List<Letter> delivered) throws SQLException {
        if (delivered.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement("update outbox set published_at = now() where id = any (?)")) {
            var ids = delivered.stream().map(Letter::id).toArray(Long[]::new);
            update.setArray(1, connection.createArrayOf("bigint", ids));
            update.executeUpdate();
        }
    }
}
