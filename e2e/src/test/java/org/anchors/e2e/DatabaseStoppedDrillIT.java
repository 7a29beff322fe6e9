package org.anchors.e2e;

import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL is stopped for a while: no service is to be sent requests then, none is to be restarted, whoever posts is told to come
 * again, and what was acknowledged counts once.
 */
@OnThePlatform
@Order(11)
class DatabaseStoppedDrillIT {

    private static final String YEAR = "2024-25";
    private static final int REPORTS = 40;
    /** More than Keycloak keeps. */
    private static final int CONNECTIONS = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Platform platform;

    DatabaseStoppedDrillIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void servicesWaitForTheirDatabaseAndLoseNothing() throws InterruptedException, ExecutionException {
        var team = Caller.anchorTeam(platform);
        var filings = Filing.of(Newcomer.several(platform, "database", REPORTS), List.of(YEAR), new Random(1));
        var tally = new Tally(team, YEAR);
        var ids = processes();

        platform.anchor("stop", "postgres").orFail();
        var receipts = Posting.of(
                filings.stream().map(Filing::sending).toList(),
                acknowledged ->
                        startTheDatabaseOnceItIsMissed(filings.getFirst().sending()));

        assertEquals(REPORTS, receipts.size());
        noConnectionIsOneOfBefore(team);
        tally.grewBy(team, filings);
        assertEquals(ids, processes());
        System.out.printf(
                "Drill: PostgreSQL stopped, %d of %d reports sent more than once, all there once%n",
                receipts.stream().filter(receipt -> receipt.attempts() > 1).count(), receipts.size());
    }

    private void startTheDatabaseOnceItIsMissed(Sending sending) {
        try {
            Awaitility.await("every service not ready")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertEquals(Health.each(platform, 503), Health.ready(platform)));
            assertEquals(Health.each(platform, 200), Health.live(platform));
            whoeverPostsIsToldToComeAgain(sending);
        } finally {
            platform.anchor("start", "postgres").orFail();
        }
        Awaitility.await("every service ready")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(Health.each(platform, 200), Health.ready(platform)));
        Awaitility.await("Keycloak without connections of before")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> Stream.generate(() -> Caller.anchorTeam(platform))
                        .limit(CONNECTIONS)
                        .allMatch(caller -> !caller.token().isEmpty()));
    }

    /** The clients beside it may not be told that: a request that waits for a connection is served when the database is back in time. */
    private static void whoeverPostsIsToldToComeAgain(Sending sending) {
        sending.caller()
                .post(sending.path(), sending.body(), UUID.randomUUID().toString())
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
    }

    private void noConnectionIsOneOfBefore(Caller team) {
        for (var path : List.of(Reports.REPORTS, "/api/social-value/v1/policies", "/api/employment/v1/programmes")) {
            for (var request = 0; request < CONNECTIONS; request++) {
                assertEquals(200, team.get(path).statusCode(), path);
            }
        }
    }

    private List<Long> processes() {
        var ids = new ArrayList<Long>();
        Health.each(platform, 200).keySet().stream()
                .sorted()
                .forEach(replica -> ids.add(platform.child(replica).pid()));
        return ids;
    }
}
