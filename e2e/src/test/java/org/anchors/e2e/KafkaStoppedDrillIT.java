package org.anchors.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.anchors.e2e.RetryingClient.Receipt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Kafka is stopped for a while: every service stays live and ready, reports go on being accepted, and the figures catch up. */
@OnThePlatform
@Order(11)
class KafkaStoppedDrillIT {

    private static final String YEAR = "2024-25";
    private static final int REPORTS = 20;
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(5);

    private final Platform platform;

    KafkaStoppedDrillIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void reportsAreAcceptedWithoutKafkaAndTheFiguresCatchUp() throws InterruptedException {
        var team = Caller.anchorTeam(platform);
        var filings = Filing.of(Newcomer.several(platform, "kafka", REPORTS), List.of(YEAR), new Random(1));
        var tally = new Tally(team, YEAR);
        var submitted = submitted(team);
        List<Receipt> receipts;
        platform.anchor("stop", "kafka").orFail();
        try {
            receipts = post(filings);
            assertEquals(submitted, submitted(team), "nothing can have arrived");
            Awaitility.await("every service ready without Kafka")
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertEquals(Health.each(platform, 200), Health.ready(platform)));
            assertEquals(Health.each(platform, 200), Health.live(platform));
        } finally {
            platform.anchor("start", "kafka").orFail();
        }
        var back = Instant.now();
        tally.grewBy(team, filings);
        System.out.printf(
                "Drill: Kafka stopped, %d reports accepted, the slowest in %d ms; all counted once %d s after it was back%n",
                receipts.size(),
                receipts.stream()
                        .mapToLong(receipt -> receipt.took().toMillis())
                        .max()
                        .orElse(0),
                Duration.between(back, Instant.now()).toSeconds());
    }

    private static List<Receipt> post(List<Filing> filings) throws InterruptedException {
        var client = new RetryingClient();
        var receipts = new ArrayList<Receipt>();
        for (var filing : filings) {
            var receipt = client.post(filing);
            assertEquals(1, receipt.attempts(), "an attempt was refused");
            assertTrue(receipt.took().compareTo(A_FEW_SECONDS) < 0, receipt.took()::toString);
            receipts.add(receipt);
        }
        return receipts;
    }

    private static int submitted(Caller team) {
        return Reports.consolidated(team, YEAR).getInt("completeness.submitted");
    }
}
