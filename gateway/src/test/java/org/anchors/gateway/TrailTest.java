package org.anchors.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request leaves behind: its id, its trace, its line in the log. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class TrailTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger log = Logger.getLogger("org.anchors.access");
    private final Handler memory = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(memory);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(memory);
    }

    @Test
    void keepsTheClientsRequestIdEverywhere() {
        var id = UUID.randomUUID().toString();
        var answer = Client.get("/api/charter/v1/reports", "X-Request-Id", id);
        assertEquals(id, answer.headers().firstValue("X-Request-Id").orElseThrow());
        assertEquals(id, Client.json(answer).at("/headers/x-request-id").asText());
        assertEquals(id, Client.json(lineOf(id)).path("request").asText());
    }

    /** Their number is a secret until the deadline of the procurement. */
    @ParameterizedTest
    @ValueSource(strings = {"bids", "%62ids"})
    void writesNoLineForABidThatIsLodged(String bids) {
        var id = UUID.randomUUID().toString();
        var lodged = Client.ask(
                "POST",
                "/api/social-value/v1/procurements/1/" + bids,
                HttpRequest.BodyPublishers.ofString("{}"),
                Client.token(),
                "X-Request-Id",
                id);
        assertEquals(200, lodged.statusCode());
        var other = UUID.randomUUID().toString();
        Client.get("/api/social-value/v1/procurements/1/bids", "X-Request-Id", other);
        lineOf(other);
        assertTrue(lines.stream().noneMatch(line -> line.contains(id)), lines::toString);
    }

    /** It lodges nothing, and whoever watches over the door wants to know of it. */
    @Test
    void writesALineForABidThatIsTurnedAwayForWantOfAToken() {
        var id = UUID.randomUUID().toString();
        var turnedAway = Client.ask(
                "POST",
                "/api/social-value/v1/procurements/1/bids",
                HttpRequest.BodyPublishers.ofString("{}"),
                "no-token",
                "X-Request-Id",
                id);
        assertEquals(401, turnedAway.statusCode());
        assertEquals(401, Client.json(lineOf(id)).path("status").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane.example-7", "with space", "a\"b"})
    void givesAnIdOfItsOwnWhereTheClientsIsNone(String id) {
        var answer = Client.get("/api/charter/v1/reports", "X-Request-Id", id);
        var own = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertNotEquals(id, own);
        assertEquals(own, Client.json(answer).at("/headers/x-request-id").asText());
        assertEquals(own, Client.json(lineOf(own)).path("request").asText());
        assertTrue(lines.stream().noneMatch(line -> line.contains(id)), lines::toString);
    }

    @Test
    void continuesTheClientsTraceWithASpanOfItsOwn() {
        var answer = Client.get("/api/charter/v1/reports", "traceparent", "00-" + TRACE + "-" + SPAN + "-01");
        var forwarded = Client.json(answer).at("/headers/traceparent").asText();
        assertTrue(forwarded.startsWith("00-" + TRACE + "-"), forwarded);
        assertFalse(forwarded.contains(SPAN), forwarded);
    }

    @Test
    void beginsATraceWhereTheClientHasNone() {
        var echo = Client.json(Client.get("/api/charter/v1/reports"));
        assertTrue(
                echo.at("/headers/traceparent").asText().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"), echo::toString);
    }

    @Test
    void writesOneLineThatSaysWhoAskedForWhatAndHowItWent() {
        var id = UUID.randomUUID().toString();
        var token = Client.tokenOf("somebody");
        Client.ask(
                "GET",
                "/api/charter/v1/refused?name=private-value",
                HttpRequest.BodyPublishers.noBody(),
                token,
                "X-Request-Id",
                id);
        var text = lineOf(id);
        var line = Client.json(text);
        assertEquals("GET", line.path("method").asText());
        assertEquals("/api/charter/v1/refused", line.path("path").asText());
        assertEquals(422, line.path("status").asInt());
        assertEquals("a-program/somebody", line.path("client").asText());
        assertTrue(line.path("ms").isIntegralNumber());
        assertFalse(text.contains("private-value") || text.contains(token), text);
        assertEquals(1, lines.stream().filter(other -> other.contains(id)).count());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/employment/v1/participants/, HCA-001, /equality-flags",
        "/api/social-value/v1/procurements/1/evaluators/, jane.smith@council.example, /release"
    })
    void writesNothingOfWhatMayNameAPerson(String before, String person, String behind) {
        var id = UUID.randomUUID().toString();
        Client.get(before + person + behind, "X-Request-Id", id);
        assertEquals(before + "-" + behind, Client.json(lineOf(id)).path("path").asText());
    }

    @Test
    void writesALineForAnAnswerThatBrokeOff() {
        var id = UUID.randomUUID().toString();
        try (var client = new RawClient()) {
            client.say("GET /api/charter/v1/stalls HTTP/1.1\r\nHost: gateway\r\nX-Request-Id: " + id
                    + "\r\nAuthorization: Bearer " + Client.token() + "\r\n\r\n");
            assertTrue(Client.json(lineOf(id)).path("aborted").asBoolean());
        }
    }

    private String lineOf(String id) {
        await().atMost(Duration.ofSeconds(30)).until(() -> lines.stream().anyMatch(line -> line.contains(id)));
        return lines.stream().filter(line -> line.contains(id)).findFirst().orElseThrow();
    }

    @Test
    void tellsBrowsersToBeCareful() {
        for (var path : new String[] {"/api/charter/v1/reports", "/docs", "/nothing"}) {
            var headers = Client.get(path).headers();
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
            assertEquals("DENY", headers.firstValue("X-Frame-Options").orElseThrow());
            assertTrue(
                    headers.firstValue("Content-Security-Policy").orElseThrow().startsWith("default-src 'none'"));
        }
    }
}
