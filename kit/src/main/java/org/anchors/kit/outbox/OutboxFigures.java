package org.anchors.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.anchors.kit.platform.Failures;
import org.jboss.logging.Logger;

/**
 * How many events wait to be published, and since when the oldest of them does; NaN where the database does not say. Each replica
 * tells the same of its service.
 */
@ApplicationScoped
class OutboxFigures {

    private static final Logger LOG = Logger.getLogger(OutboxFigures.class);
    private static final String WAITING = """
            select count(*), coalesce(extract(epoch from now() - min(occurred_at)), 0)
            from outbox where published_at is null
            """;

    private final DataSource dataSource;
    private volatile Waiting waiting = Waiting.UNKNOWN;

    private record Waiting(double events, double seconds) {

        static final Waiting UNKNOWN = new Waiting(Double.NaN, Double.NaN);
    }

    OutboxFigures(DataSource dataSource, MeterRegistry figures) {
        this.dataSource = dataSource;
        Gauge.builder("anchors.outbox.waiting", () -> waiting.events())
                .description("Events that are not published yet")
                .register(figures);
        Gauge.builder("anchors.outbox.oldest", () -> waiting.seconds())
                .description("How long the oldest event that is not published yet has waited")
                .baseUnit("seconds")
                .register(figures);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(WAITING);
                var row = query.executeQuery()) {
            row.next();
            waiting = new Waiting(row.getDouble(1), Math.max(0, row.getDouble(2)));
        } catch (SQLException failure) {
            LOG.logf(Failures.level(failure), "The outbox cannot be looked at: %s", Failures.inShort(failure));
            waiting = Waiting.UNKNOWN;
        }
    }
}
