package org.anchors.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Everything is lost after a backup, on a platform of its own, and comes back from it. */
@Order(15)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupDrillIT {

    private static final List<String> YEARS = List.of("2024-25", "2025-26");
    private static final List<String> SERVICES = List.of("charter", "social-value", "employment");
    private static final String EMPLOYMENT = "/api/employment/v1";
    private static final int PARTNERS = 30;
    private static final Path HOME =
            Path.of(Objects.requireNonNull(System.getProperty("anchors.home"))).resolveSibling("anchors-backup-drill");

    private final Platform platform =
            new Platform(Path.of(Objects.requireNonNull(System.getProperty("anchors.checkout"))), HOME);
    private final Path quiet = HOME.resolve("quiet.backup");
    private final Path busy = HOME.resolve("busy.backup");
    private @Nullable Process guard;
    private List<Filing> filings;

    @BeforeAll
    void start() throws IOException {
        Files.createDirectories(HOME);
        Files.deleteIfExists(quiet);
        Files.deleteIfExists(busy);
        platform.anchor("reset", "--yes").orFail();
        guard = platform.guard();
        platform.anchor("up").orFail();
        filings = Filing.of(Newcomer.several(platform, "saved", PARTNERS), YEARS, new Random(15));
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (guard != null) {
            guard.getOutputStream().close();
            guard.waitFor();
        }
    }

    @Test
    @Order(1)
    void refusesWhatWouldReplaceOrDeleteSomething() throws IOException {
        Files.writeString(quiet, "somebody's");
        assertRefused("There is a file", "backup", quiet.toString());
        Files.delete(quiet);
        assertRefused("The platform runs", "restore", busy.toString());
    }

    @Test
    @Order(2)
    void whatWasAcknowledgedBeforeABackupBeganIsInItAndCountsOnceThoughReportsCameInMeanwhile() throws Exception {
        var client = new RetryingClient();
        var before = filings.subList(0, filings.size() / 2);
        for (var filing : before) {
            client.post(filing);
        }
        var meanwhile = backUpWhilePosting(filings.subList(before.size(), filings.size()), client);
        assertFalse(meanwhile.isEmpty(), "reports were taken while the backup was made");

        platform.anchor("down").orFail();
        assertRefused("This deletes all data", "restore", busy.toString());
        platform.anchor("restore", busy.toString(), "--yes").orFail();
        platform.anchor("up").orFail();
        awaitTold();

        var kept = new HashSet<String>();
        for (var year : YEARS) {
            var report = Reports.settled(team(), year);
            var listed = Reports.listed(team(), year);
            kept.addAll(listed);
            var workforce = filings.stream()
                    .filter(filing -> listed.contains(filing.reference()))
                    .mapToLong(Filing::workforce)
                    .sum();
            assertEquals(workforce, Reports.number(report, "EMP-01", "value").longValueExact());
        }
        assertTrue(kept.containsAll(before.stream().map(Filing::reference).toList()));
        assertIntact();
        assertNoDeadLetters();
    }

    @Test
    @Order(3)
    void everythingIsAsItWasAfterAllHasBeenDestroyed() throws IOException, InterruptedException {
        var client = new RetryingClient();
        var lost = filings.getLast();
        for (var filing : filings.subList(0, filings.size() - 1)) {
            client.post(filing.again());
        }
        var person = registered();
        var tendering = Tendering.published(platform, Duration.ofSeconds(30), List.of("evaluator-one"));
        var bid = tendering.lodged(
                Caller.machine(platform, "machine-buyer-mseft"), Tendering.bid("Acme", "00000001", "2000000"));
        awaitTold();
        YEARS.forEach(year -> Reports.settled(team(), year));
        var rows = settledRows();
        var now = Instant.now();
        var reports = consolidated(now);
        var trails = trails();

        platform.anchor("backup", quiet.toString()).orFail();
        client.post(lost.again());
        platform.anchor("reset", "--yes").orFail();
        assertFalse(Files.exists(HOME.resolve("data")));
        platform.anchor("restore", quiet.toString()).orFail();
        platform.anchor("up").orFail();
        awaitTold();

        assertEquals(rows, Fingerprints.of(platform));
        assertEquals(reports, consolidated(now));
        assertEquals(trails, trails());
        assertIntact();
        assertEquals(person, lookedUp(), "the provider's reference is still known");
        assertEquals("Acme", openedFromBackup(tendering.path(), bid), "the bid can still be opened");
        assertEquals(1, client.post(lost.again()).attempts(), "what came after the backup can be sent again");
    }

    /** Every service's, once no consumer is at work any more. */
    private Map<String, String> settledRows() {
        Awaitility.await("every event taken by whoever it is for")
                .atMost(Duration.ofMinutes(1))
                .until(() -> new Events(platform).areTaken());
        var last = new AtomicReference<>(Fingerprints.of(platform));
        return Awaitility.await("rows that do not change")
                .pollInterval(Duration.ofSeconds(2))
                .atMost(Duration.ofMinutes(1))
                .until(() -> Fingerprints.of(platform), rows -> rows.equals(last.getAndSet(rows)));
    }

    @Test
    @Order(4)
    void leavesWhatIsThereWhereABackupIsDamaged() throws IOException {
        platform.anchor("down").orFail();
        var bytes = Files.readAllBytes(quiet);
        var damaged = HOME.resolve("damaged.backup");
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        assertRefused("Nothing was changed", "restore", damaged.toString(), "--yes");
        assertTrue(Files.exists(HOME.resolve("data/postgres/PG_VERSION")));
        assertFalse(Files.exists(HOME.resolve("restoring")));
    }

    /** Those that were acknowledged until the backup was whole. */
    private List<Filing> backUpWhilePosting(List<Filing> more, RetryingClient client)
            throws InterruptedException, ExecutionException {
        var over = new AtomicBoolean();
        try (var poster = Executors.newSingleThreadExecutor()) {
            var posting = poster.submit(() -> {
                var taken = new ArrayList<Filing>();
                for (var next = more.iterator(); next.hasNext() && !over.get(); ) {
                    var filing = next.next();
                    client.post(filing);
                    taken.add(filing);
                }
                return taken;
            });
            platform.anchor("backup", busy.toString()).orFail();
            over.set(true);
            return posting.get();
        }
    }

    private void assertRefused(String why, String... arguments) {
        var ended = platform.anchor(arguments);
        assertEquals(1, ended.code(), ended.output());
        assertTrue(ended.output().contains(why), ended.output());
    }

    private void awaitTold() {
        Awaitility.await("all events told")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Fingerprints.untold(platform) == 0);
    }

    private void assertIntact() {
        var ended = platform.anchor("verify-audit");
        assertEquals(0, ended.code(), ended.output());
    }

    private void assertNoDeadLetters() {
        for (var service : SERVICES) {
            assertEquals(
                    List.of(),
                    Caller.operator(platform)
                            .get("/api/%s/v1/dead-letters".formatted(service))
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getList("waiting"));
        }
    }

    /** With a token of the running Keycloak. */
    private Caller team() {
        return Caller.anchorTeam(platform);
    }

    private List<String> consolidated(Instant asKnownOn) {
        return YEARS.stream()
                .map(year -> Awaitility.await("what was known on " + asKnownOn)
                        .atMost(Duration.ofMinutes(1))
                        .until(
                                () -> team().get(Reports.CONSOLIDATED + year + "?asKnownOn=" + asKnownOn),
                                answer -> answer.statusCode() == 200)
                        .asString())
                .toList();
    }

    /** How the audit trail of every service stands. */
    private List<String> trails() {
        var operator = Caller.operator(platform);
        return SERVICES.stream()
                .map(service -> operator.get("/api/%s/v1/audit/verification".formatted(service))
                        .asString())
                .toList();
    }

    /** Registers a participant, and answers its id. */
    private String registered() {
        var provider = Caller.person(platform, "provider-academy");
        provider.post(EMPLOYMENT + "/programmes", """
                {"key": "saved", "name": "Saved", "provider": "mse-icb", "outcomeRule": "THREE_MONTHS"}""").then().statusCode(201);
        provider.post(EMPLOYMENT + "/cohorts", """
                {"programme": "saved", "key": "2022-autumn"}""").then().statusCode(201);
        provider.post(EMPLOYMENT + "/participants", """
                {"programme": "saved", "cohort": "2022-autumn", "reference": "SAVED-1"}""").then().statusCode(201);
        provider.post(EMPLOYMENT + "/milestones", """
                [{"programme": "saved", "participant": "SAVED-1", "kind": "STARTED", "on": "2022-09-05"}]""").then().statusCode(201);
        return lookedUp();
    }

    /** The bidder, once two people have opened the bids. */
    private String openedFromBackup(String procurement, String bid) {
        var tendering = new Tendering(Caller.person(platform, "buyer-mseft"), procurement);
        tendering.open(Caller.person(platform, "buyer-mseft-two"));
        return Tendering.expect(200, tendering.buyer().get(tendering.at("bids/" + bid)))
                .path("supplier");
    }

    private String lookedUp() {
        return Caller.person(platform, "provider-academy")
                .post(EMPLOYMENT + "/participants/lookup", """
                        {"programme": "saved", "reference": "SAVED-1"}""")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }
}
