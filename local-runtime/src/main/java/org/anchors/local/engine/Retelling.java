package org.anchors.local.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.anchors.local.home.Facts;
import org.anchors.local.home.Home;

/**
 * Lets a restored platform tell again what it told while it was backed up: Kafka was copied before the databases, so their
 * copies know of events that its copy does not have. Who has had one already leaves the second alone.
 */
public final class Retelling {

    private static final String SINCE = "told.since";
    /** An event's time of telling is when the relay's transaction began, which may take a minute. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final int NO_LIMIT = 0;

    private final Home home;
    private final Postgres postgres;

    Retelling(Home home, Postgres postgres) {
        this.home = home;
        this.postgres = postgres;
    }

    /**
     * Writes down for the next start what it has to tell again.
     *
     * @param began when the backup began, an instant
     * @param file {@link Home#restored()}, or where it will be moved from
     */
    public static void after(String began, Path file) {
        var since = Instant.parse(began).minus(MARGIN);
        Facts.write(file, "A backup was restored; the next start tells events again.", Map.of(SINCE, since.toString()));
    }

    void run(List<String> databases) throws SQLException {
        if (!Files.exists(home.restored())) {
            return;
        }
        var since = Instant.parse(Facts.read(home.restored()).get(SINCE));
        for (var database : databases) {
            again(database, since);
        }
        Trees.delete(home.restored());
    }

    private void again(String database, Instant since) throws SQLException {
        try (var connection = postgres.connect(database);
                var outbox = connection.prepareStatement("select to_regclass('outbox') is not null");
                var there = outbox.executeQuery()) {
            there.next();
            if (there.getBoolean(1)) {
                try (var update =
                        connection.prepareStatement("update outbox set published_at = null where published_at >= ?")) {
                    connection.setNetworkTimeout(Runnable::run, NO_LIMIT);
                    update.setObject(1, since.atOffset(ZoneOffset.UTC));
                    update.executeUpdate();
                }
            }
        }
    }
}
