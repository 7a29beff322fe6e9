package org.anchors.kit.platform;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/**
 * Deletes what has served its purpose, each night: published events after a week (Kafka keeps them), answers to repeated
 * requests after 30 days, ids of handled events after 90 days. Safe to run on several replicas at once. It leaves no entry in the audit
 * trail: nothing that somebody did is deleted.
 */
@ApplicationScoped
public class Housekeeping {

    private static final Duration PUBLISHED = Duration.ofDays(7);
    private static final Duration ANSWERS = Duration.ofDays(30);
    private static final Duration HANDLED = Duration.ofDays(90);

    private final EntityManager database;
    private final Clock clock;

    Housekeeping(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(cron = "0 17 3 * * ?")
    @Transactional
    public void tidy() {
        delete("delete from outbox where published_at < :before", PUBLISHED);
        delete("delete from idempotency where answered_at < :before", ANSWERS);
        delete("delete from inbox where handled_at < :before", HANDLED);
    }

    private void delete(String sql, Duration age) {
        database.createNativeQuery(sql)
                .setParameter("before", clock.instant().minus(age))
                .executeUpdate();
    }
}
