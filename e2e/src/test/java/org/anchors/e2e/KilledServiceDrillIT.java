package org.anchors.e2e;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anchors.e2e.RetryingClient.Receipt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The charter-service is killed at random moments while reports are posted. The seed of the random numbers is printed; run it
 * again with {@code -Ddrill.seed=<seed>}.
 */
@OnThePlatform
@Order(10)
class KilledServiceDrillIT {

    private static final String SERVICE = "charter-service";
    private static final List<String> YEARS = List.of("2024-25", "2025-26");
    private static final int PARTNERS = 150;
    private static final int CLIENTS = 8;
    private static final int KILLS = 6;

    private final Platform platform;
    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();

    KilledServiceDrillIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void everyAcknowledgedReportIsThereOnceAndCountsOnce() throws InterruptedException, ExecutionException {
        long seed = Long.getLong("drill.seed", System.nanoTime());
        System.out.println("Drill: seed " + seed);
        var random = new Random(seed);
        var team = Caller.person(platform, "anchor-team");
        var filings = Filing.of(Newcomer.several(platform, "drill", PARTNERS), YEARS, random);
        var tallies = YEARS.stream().map(year -> new Tally(team, year)).toList();
        var deathsBefore = platform.child(SERVICE).deaths();

        postWhileKilling(filings, random);

        var done = Instant.now();
        tallies.forEach(tally -> tally.grewBy(filings));
        var caughtUp = Duration.between(done, Instant.now());
        assertEquals(filings.size(), receipts.size());
        assertEquals(KILLS, platform.child(SERVICE).deaths() - deathsBefore);
        listedOnce(Caller.person(platform, "anchor-team"), filings);
        nothingIsHalfThere(filings.size());
        Caller.operator(platform)
                .get("/api/charter/v1/audit/verification")
                .then()
                .statusCode(200)
                .body("intact", is(true));
        var retries =
                receipts.stream().mapToInt(receipt -> receipt.attempts() - 1).sum();
        System.out.printf(
                "Drill: %d reports, %d kills, %d retries, all there once; the figures were complete %d s after the last%n",
                receipts.size(), KILLS, retries, caughtUp.toSeconds());
    }

    private void postWhileKilling(List<Filing> filings, Random random) throws InterruptedException, ExecutionException {
        var moments = random.ints(5, filings.size() - 10)
                .distinct()
                .limit(KILLS)
                .sorted()
                .toArray();
        var client = new RetryingClient();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var posts = new ArrayList<Future<Boolean>>();
            filings.forEach(filing -> posts.add(clients.submit(() -> receipts.add(client.post(filing)))));
            var killed = 0L;
            for (var moment : moments) {
                killed = killWhen(moment, killed);
            }
            for (var post : posts) {
                post.get();
            }
        }
    }

    /** Kills the service once so many reports are acknowledged, while the next ones are under way. */
    private long killWhen(int acknowledged, long killedBefore) {
        var child = Awaitility.await("a moment to kill the service")
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> platform.child(SERVICE),
                        now -> receipts.size() >= acknowledged && now.ready() && now.pid() != killedBefore);
        child.kill();
        return child.pid();
    }

    private static void listedOnce(Caller team, List<Filing> filings) {
        for (var year : YEARS) {
            var expected = filings.stream()
                    .filter(filing -> filing.year().equals(year))
                    .map(Filing::reference)
                    .sorted()
                    .toList();
            var listed = Reports.listed(team, year).stream()
                    .filter(reference -> reference.startsWith("drill-"))
                    .toList();
            assertEquals(expected, listed);
        }
    }

    /** Behind the API: what belongs to one report was written with it or not at all. */
    private void nothingIsHalfThere(int reports) {
        try (var database = new CharterDatabase(platform)) {
            for (var table : List.of("annual_report", "report_revision")) {
                assertEquals(
                        reports,
                        database.count("select count(*) from " + table + " where reference like ?", "drill-%"));
            }
            assertEquals(
                    2L * reports,
                    database.count("select count(*) from reported_value where reference like ?", "drill-%"));
            assertEquals(
                    reports,
                    database.count("select count(*) from idempotency where location like ?", "%/reports/drill-%"));
            assertEquals(
                    reports,
                    database.count(
                            "select count(*) from audit_entry where deed = 'report-submitted' and object like ?",
                            "reports/drill-%"));
            assertEquals(
                    0,
                    database.count(
                            "select count(*) from outbox where published_at is null and payload like ?", "%drill-%"));
        }
    }
}
