package org.anchors.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.anchors.kit.platform.Housekeeping;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/**
 * What every service deletes at night, by an age of its own: what is told again after a restore, what answers a request that comes again,
 * and what keeps an event from being handled twice.
 */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class HousekeepingTest {

    @Inject
    Housekeeping housekeeping;

    @Inject
    EntityManager database;

    @Test
    @TestTransaction
    void keepsPublishedEventsForAWeekAndOthersUntilTheyAre() {
        insertOutbox("younger", "now() - interval '167 hours'");
        insertOutbox("older", "now() - interval '169 hours'");
        insertOutbox("waiting", "null");

        housekeeping.tidy();

        assertEquals(List.of("waiting", "younger"), left("key", "outbox where topic = 'housekeeping'"));
    }

    @Test
    @TestTransaction
    void keepsAnswersForThirtyDays() {
        insertAnswer("younger", "719 hours");
        insertAnswer("older", "721 hours");

        housekeeping.tidy();

        assertEquals(List.of("younger"), left("key", "idempotency where caller = 'housekeeping'"));
    }

    @Test
    @TestTransaction
    void keepsTheIdsOfHandledEventsForNinetyDays() {
        insertHandled("younger", "2159 hours");
        insertHandled("older", "2161 hours");

        housekeeping.tidy();

        assertEquals(List.of("housekeeping younger"), left("consumer", "inbox where consumer like 'housekeeping %'"));
    }

    private void insertOutbox(String key, String publishedAt) {
        insert("""
                insert into outbox (event_id, topic, key, type, occurred_at, payload, published_at)
                values (gen_random_uuid(), 'housekeeping', '%s', 'none', now() - interval '1 year', '{}', %s)""".formatted(key, publishedAt));
    }

    private void insertAnswer(String key, String ago) {
        insert("""
                insert into idempotency (caller, key, request, status, answered_at)
                values ('housekeeping', '%s', 'none', 201, now() - interval '%s')""".formatted(key, ago));
    }

    private void insertHandled(String key, String ago) {
        insert("""
                insert into inbox (consumer, event_id, handled_at)
                values ('housekeeping %s', gen_random_uuid(), now() - interval '%s')""".formatted(key, ago));
    }

    private void insert(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }

    private List<?> left(String column, String from) {
        return database.createNativeQuery("select %1$s from %2$s order by %1$s".formatted(column, from), Object.class)
                .getResultList();
    }
}
