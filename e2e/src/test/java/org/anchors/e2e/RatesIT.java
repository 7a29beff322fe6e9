package org.anchors.e2e;

import static org.anchors.e2e.Reports.REPORTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** How often a client may ask where there are several gateways: each counts for itself (docs/operations.md). */
@OnThePlatform
@Order(5)
class RatesIT {

    /** What each gateway lets in at once, and a second, unless it is told otherwise. */
    private static final int BURST = 200;

    private static final int A_SECOND = 50;
    private static final int AT_ONCE = 50;

    /** The gateway refuses it by itself, so that no service's speed bounds how often it can be asked for; whoever asks is counted. */
    private static final String REFUSED_BY_THE_GATEWAY = "/q/metrics";

    private static final int FAR_TOO_OFTEN = 4_000;

    private final Platform platform;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RatesIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void eachGatewayGivesAClientItsAllowanceAndNoMore() throws Exception {
        var gateways = platform.replicas("gateway").stream()
                .map(name -> platform.fact(name + ".url"))
                .toList();
        var hasty = caller("machine-hasty");
        var patient = caller("machine-patient");

        for (var gateway : gateways) {
            var began = System.nanoTime();
            var answers = askUntilRefused(gateway, hasty);
            var elapsed = Duration.ofNanos(System.nanoTime() - began);
            assertEquals(200, ask(gateway + REPORTS + "?limit=1", patient).statusCode());

            var let = answers.stream()
                    .filter(answer -> answer.statusCode() == 403)
                    .count();
            var refused = answers.stream()
                    .filter(answer -> answer.statusCode() == 429)
                    .toList();
            var most = BURST + A_SECOND * (elapsed.toMillis() / 1000.0) + 1;
            assertEquals(answers.size(), let + refused.size());
            assertTrue(BURST <= let && let <= most, "%d of at most %.1f were let in".formatted(let, most));
            for (var answer : refused) {
                assertTrue(answer.headers().firstValueAsLong("Retry-After").orElseThrow() >= 1, answer::toString);
            }
            Awaitility.await("the next request that is let in")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> ask(gateway + REPORTS + "?limit=1", hasty).statusCode() == 200);
        }
    }

    private Caller caller(String name) {
        var keycloak = new Keycloak(platform);
        var machine = Machine.of(name, "mseft", "partner-reporter");
        keycloak.add(List.of(machine));
        return new Caller(platform, keycloak.token(machine));
    }

    /** As several programs do that have the same token. */
    private List<HttpResponse<Void>> askUntilRefused(String gateway, Caller caller) throws Exception {
        var answers = new ArrayList<HttpResponse<Void>>();
        try (var programs = Executors.newVirtualThreadPerTaskExecutor()) {
            while (answers.size() < FAR_TOO_OFTEN && answers.stream().allMatch(answer -> answer.statusCode() == 403)) {
                var asked = IntStream.range(0, AT_ONCE)
                        .mapToObj(program -> programs.submit(() -> ask(gateway + REFUSED_BY_THE_GATEWAY, caller)))
                        .toList();
                for (Future<HttpResponse<Void>> answer : asked) {
                    answers.add(answer.get());
                }
            }
        }
        return answers;
    }

    private HttpResponse<Void> ask(String url, Caller caller) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + caller.token())
                .build();
        return http.send(request, BodyHandlers.discarding());
    }
}
