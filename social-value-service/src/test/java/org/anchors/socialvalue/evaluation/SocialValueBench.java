package org.anchors.socialvalue.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.BenchSheet;
import org.anchors.kit.testing.BenchSheet.Times;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PeakMemory;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Measures evaluations over HTTP with a token, through the gateway and straight at the service, in turns with endpoints of the same service that only parse the same body and
 * send it back, which exist here alone: one as any JSON, one strictly into its type, as the platform takes every body. Run by {@code ./anchor bench social-value}, not with the tests.
 */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@QuarkusTestResource(Engines.class)
class SocialValueBench {

    private static final String EVALUATIONS = "/api/social-value/v1/evaluations";
    private static final String ECHO = "/api/social-value/v1/bench-echo";
    private static final String STRICT_ECHO = ECHO + "/strict";
    private static final String BUYER = Tokens.of("buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);
    private static final int WARM_UP = 4_000;
    private static final int RUNS = 1_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    @Order(1)
    void tenBidsAgainstAnEcho() throws IOException, InterruptedException {
        var body = body(10, 20, 40);
        PeakMemory.reset();
        try (var gateway = GatewayInFront.of(service())) {
            compare(body, service(), "straight at the service");
            compare(body, gateway.url(), "through the gateway");
        }
        memory(PeakMemory.read());
    }

    /** In turns, so that whatever else the machine does meets both. */
    private void compare(String body, String at, String how) throws IOException, InterruptedException {
        var evaluated = new ArrayList<Long>();
        var echoed = new ArrayList<Long>();
        var echoedStrictly = new ArrayList<Long>();
        for (var run = -WARM_UP; run < RUNS; run++) {
            var echo = post(at + ECHO, body);
            var strictEcho = post(at + STRICT_ECHO, body);
            var evaluation = post(at + EVALUATIONS, body);
            if (run >= 0) {
                echoed.add(echo);
                echoedStrictly.add(strictEcho);
                evaluated.add(evaluation);
            }
        }
        var all = Times.of(evaluated);
        BenchSheet.times("10 bids, 20 questions, 40 commitments, " + how, all);
        compared("parsed as any JSON", Times.of(echoed), all);
        compared("parsed as every body is here", Times.of(echoedStrictly), all);
    }

    private static void compared(String parsed, Times echo, Times all) {
        BenchSheet.times("  the same body " + parsed + " and sent back", echo);
        var share = echo.p50() / all.p50();
        BenchSheet.goal("  share of that echo", share, "at least 0.6", share >= 0.6);
    }

    private static String service() {
        return "http://localhost:" + RestAssured.port;
    }

    @Test
    @Order(2)
    void fiveHundredBids() throws IOException, InterruptedException {
        var body = body(500, 200, 0);
        var evaluated = new ArrayList<Long>();
        for (var run = 0; run < 8; run++) {
            if (run == 3) {
                PeakMemory.reset();
            }
            var evaluation = post(service() + EVALUATIONS, body);
            if (run >= 3) {
                evaluated.add(evaluation);
            }
        }
        BenchSheet.times("500 bids, 200 questions (%,d kB)".formatted(body.length() >> 10), Times.of(evaluated));
        memory(PeakMemory.read());
    }

    private static void memory(PeakMemory peak) {
        BenchSheet.say(
                "%-52s heap %d MB of at most %d (garbage included), resident %d MB (service and client in one process)",
                "  peak memory", peak.heap() >> 20, Runtime.getRuntime().maxMemory() >> 20, peak.resident() >> 20);
    }

    private long post(String address, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + BUYER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var began = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        var took = System.nanoTime() - began;
        assertEquals(200, answer.statusCode());
        return took;
    }

    /** Bids with marks for every question and commitments over four years. */
    private static String body(int bids, int questions, int commitments) {
        var parts = IntStream.range(0, questions - 1)
                .mapToObj(i -> "{\"key\": \"q%d\", \"weight\": %s}".formatted(i, weight(i, questions - 1)))
                .collect(Collectors.joining(",", "[", "]"));
        var measures =
                IntStream.range(0, 10).mapToObj(i -> """
                        {"code": "M%d", "unit": "hour", "proxy": 1234.56, "priceYear": 2026, "source": "s"}""".formatted(i)).collect(Collectors.joining(",", "[", "]"));
        var all = IntStream.range(0, bids)
                .mapToObj(i -> bid(i, questions, commitments))
                .collect(Collectors.joining(",", "[", "]"));
        return """
                {"methodology": {"regime": "PROCUREMENT_ACT_2023", "noticeDate": "2026-01-15", "contractValue": 2500000,
                  "termYears": 4, "criteria": [
                    {"key": "price", "kind": "PRICE", "weight": 40, "formula": "LOWEST_PRICE_RELATIVE"},
                    {"key": "quality", "kind": "QUALITY", "weight": 50, "parts": %s},
                    {"key": "sv", "kind": "SOCIAL_VALUE", "weight": 10, "method": "BLENDED", "quantitativeShare": 0.5,
                     "quantitative": {"method": "RELATIVE_TO_HIGHEST"}}],
                  "rounding": {"stage": "FINAL_ONLY"}},
                 "catalogue": {"edition": "e", "measures": %s}, "bids": %s}""".formatted(parts, measures, all);
    }

    /** All the same but the first, which makes them 100. */
    private static String weight(int question, int of) {
        var each = 10_000 / of;
        var hundredths = question == 0 ? 10_000 - each * (of - 1) : each;
        return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
    }

    private static String bid(int number, int questions, int commitments) {
        var marks = IntStream.range(0, questions - 1)
                .mapToObj(i -> "\"q%d\": %d".formatted(i, (number * 7 + i * 13) % 101))
                .collect(Collectors.joining(", ", "", ", \"sv\": 50"));
        var promised = IntStream.range(0, commitments)
                .mapToObj(i -> "{\"measure\": \"M%d\", \"quantity\": 3.5, \"year\": %d}".formatted(i / 4, i % 4 + 1))
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"key\": \"B%d\", \"price\": %d, \"marks\": {%s}, \"commitments\": %s}"
                .formatted(number, 2_000_000 + number * 1_111, marks, promised);
    }
}
