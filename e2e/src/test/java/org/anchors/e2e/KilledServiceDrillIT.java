package org.anchors.e2e;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.IntSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A replica of the charter-service is killed at random moments while reports are posted. The seed of the random numbers is printed; run it
 * again with {@code -Ddrill.seed=<seed>}.
 */
@OnThePlatform
@Order(10)
class KilledServiceDrillIT {

    private static final String SERVICE = "charter-service";
    private static final List<String> YEARS = List.of("2024-25", "2025-26");
    private static final int PARTNERS = 150;
    private static final int KILLS = 6;

    private final Platform platform;

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
        var deathsBefore = deaths();

        var receipts = Posting.of(
                filings.stream().map(Filing::sending).toList(),
                acknowledged -> killNowAndThen(filings.size(), random, acknowledged));
        Posting.awaitMoment("every replica").until(() -> platform.replicas(SERVICE).stream()
                .allMatch(name -> platform.child(name).ready()));

        var done = Instant.now();
        var afterwards = Caller.person(platform, "anchor-team");
        tallies.forEach(tally -> tally.grewBy(afterwards, filings));
        var caughtUp = Duration.between(done, Instant.now());
        assertEquals(filings.size(), receipts.size());
        assertEquals(KILLS, deaths() - deathsBefore);
        listedOnce(afterwards, filings);
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

    private int deaths() {
        return platform.replicas(SERVICE).stream()
                .mapToInt(name -> platform.child(name).deaths())
                .sum();
    }

    private void killNowAndThen(int reports, Random random, IntSupplier acknowledged) {
        var replicas = platform.replicas(SERVICE);
        var moments =
                random.ints(5, reports - 10).distinct().limit(KILLS).sorted().toArray();
        for (var moment : moments) {
            var replica = replicas.get(random.nextInt(replicas.size()));
            Posting.awaitKilled(platform, replica, () -> acknowledged.getAsInt() >= moment);
        }
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
            Awaitility.await("every event noted as told")
                    .until(() -> database.count(
                                    "select count(*) from outbox where published_at is null and payload like ?",
                                    "%drill-%")
                            == 0);
        }
    }
}
