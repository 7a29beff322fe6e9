package org.anchors.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.anchors.gateway.RawClient.Answer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class RateTest {

    private static final int FAR_TOO_OFTEN = 20_000;

    @Test
    void holdsUpAClientThatAsksTooOftenAndNoOtherOne() {
        try (var client = new RawClient()) {
            var token = Client.token();
            var refused = askUntilRefused(client, "/api/charter/v1/reports", token);
            assertEquals(429, refused.status());
            assertSaysHowLongToWait(refused);
            assertEquals(200, Client.get("/api/charter/v1/reports").statusCode());
        }
    }

    @Test
    void countsAClientsRequestsWhateverTokenItShows() {
        var tokens = List.of(Client.tokenOf("eager"), Client.tokenOf("eager"));
        try (var client = new RawClient()) {
            var start = Instant.now();
            var asked = 0;
            while (asked < FAR_TOO_OFTEN
                    && client.ask("GET /api/charter/v1/reports", "Authorization: Bearer " + tokens.get(asked % 2))
                                    .status()
                            != 429) {
                asked++;
            }
            var refilled = 50 * (Duration.between(start, Instant.now()).toMillis() / 1000.0);
            assertTrue(asked <= 200 + refilled + 1, asked + " were let through");
        }
    }

    @Test
    void letsAScriptPostABurst() {
        try (var client = new RawClient()) {
            var token = "Authorization: Bearer " + Client.token();
            for (var post = 0; post < 200; post++) {
                assertEquals(
                        200,
                        client.ask("POST /api/charter/v1/reports", token, "Content-Length: 0")
                                .status());
            }
        }
    }

    @Test
    void holdsUpAnAddressThatShowsNoTokenAndNoOtherOne() {
        try (var client = new RawClient("127.0.0.2");
                var other = new RawClient("127.0.0.3")) {
            var refused = askUntilRefused(client, "/docs", "");
            assertEquals(429, refused.status());
            assertSaysHowLongToWait(refused);
            assertEquals(200, other.ask("GET /docs").status());
        }
    }

    @Test
    void holdsUpAnAddressThatTriesTokensButNotAGoodTokenFromThere() {
        try (var client = new RawClient("127.0.0.4")) {
            var refused = askUntilRefused(client, "/api/charter/v1/reports", "not-a-token");
            assertEquals(429, refused.status());
            assertSaysHowLongToWait(refused);
            var good = "Authorization: Bearer " + Client.token();
            assertEquals(200, client.ask("GET /api/charter/v1/reports", good).status());
        }
    }

    @Test
    void neverHoldsUpTheProbes() {
        try (var client = new RawClient("127.0.0.5")) {
            askUntilRefused(client, "/docs", "");
            assertEquals(200, client.ask("GET /q/health/live").status());
        }
    }

    private static Answer askUntilRefused(RawClient client, String path, String token) {
        for (var request = 0; request < FAR_TOO_OFTEN; request++) {
            var answer = token.isEmpty()
                    ? client.ask("GET " + path)
                    : client.ask("GET " + path, "Authorization: Bearer " + token);
            if (answer.status() == 429) {
                return answer;
            }
        }
        throw new AssertionError("Never refused");
    }

    private static void assertSaysHowLongToWait(Answer refused) {
        var wait = refused.header("Retry-After");
        assertNotNull(wait);
        assertTrue(Integer.parseInt(wait) >= 1, wait);
        assertEquals(
                "/problems/too-many-requests",
                Client.json(refused.body()).path("type").asText());
    }
}
