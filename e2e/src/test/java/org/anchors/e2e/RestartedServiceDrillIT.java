package org.anchors.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
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

/** The charter-service is stopped and started in good order while reports are posted and counted. */
@OnThePlatform
@Order(11)
class RestartedServiceDrillIT {

    private static final String SERVICE = "charter-service";
    private static final String YEAR = "2025-26";
    private static final int PARTNERS = 60;
    private static final int CLIENTS = 4;
    private static final List<Integer> STOPPED_AFTER = List.of(10, 30);

    private final Platform platform;
    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();

    RestartedServiceDrillIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void everyReportCountsOnceAndNoEventBecomesADeadLetter() throws InterruptedException, ExecutionException {
        var filings = Filing.of(Newcomer.several(platform, "restart", PARTNERS), List.of(YEAR), new Random(1));
        var tally = new Tally(Caller.person(platform, "anchor-team"), YEAR);
        var deadLettersBefore = deadLetters();

        postWhileRestarting(filings);

        tally.grewBy(filings);
        assertEquals(filings.size(), receipts.size());
        assertEquals(deadLettersBefore, deadLetters());
    }

    private int deadLetters() {
        return new Events(platform).all("anchors.charter.dlq").size();
    }

    private void postWhileRestarting(List<Filing> filings) throws InterruptedException, ExecutionException {
        var client = new RetryingClient();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var posts = new ArrayList<Future<Boolean>>();
            filings.forEach(filing -> posts.add(clients.submit(() -> receipts.add(client.post(filing)))));
            for (var acknowledged : STOPPED_AFTER) {
                Awaitility.await("a moment to stop the service")
                        .pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> receipts.size() >= acknowledged);
                platform.anchor("stop", SERVICE).orFail();
                platform.anchor("start", SERVICE).orFail();
            }
            for (var post : posts) {
                post.get();
            }
        }
    }
}
