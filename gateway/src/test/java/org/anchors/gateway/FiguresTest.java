package org.anchors.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/decisions/0030: what Prometheus is told of requests. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class FiguresTest {

    /** More than there may be addresses in the figures. */
    private static final int MANY = 220;

    @ParameterizedTest
    @ValueSource(strings = {"bids", "%62ids"})
    void movesNoFigureButTheMachinesForABidThatIsLodged(String bids) {
        lodge(bids);
        var before = figures();
        for (var i = 0; i < 10; i++) {
            assertEquals(200, lodge(bids).statusCode());
        }
        var after = figures();
        assertEquals(before, after);
    }

    @Test
    void namesNoSingleThing() {
        var thing = UUID.randomUUID().toString();
        assertEquals(200, Client.get("/api/charter/v1/reports/" + thing).statusCode());
        var figures = String.join("\n", figures());
        assertFalse(figures.contains(thing), figures);
        assertTrue(figures.contains("uri=\"/api/charter/v1/reports/*\""), figures);
    }

    @Test
    void countsMethodsThatAClientMadeUpAsOne() {
        try (var client = new RawClient("127.0.0.77")) {
            for (var one = 0; one < 3; one++) {
                assertEquals(405, client.ask("INVENTED" + one + " /health").status());
            }
        }
        var figures = String.join("\n", figures());
        assertFalse(figures.contains("INVENTED"), figures);
        assertTrue(figures.contains("method=\"OTHER\""), figures);
    }

    @Test
    void countsNothingUnderWordsOfAClient() {
        try (var client = new RawClient("127.0.0.78")) {
            assertEquals(401, client.ask("GET /api/charter/v1/invented").status());
            assertEquals(404, client.ask("GET /invented").status());
        }
        try (var client = new RawClient("127.0.0.78")) {
            assertEquals(
                    400, client.say("GET /invented HTTP/1.1\r\n\r\n").hear().status());
        }
        assertEquals(200, Client.get("/api/charter/v1/invented").statusCode());
        var figures = String.join("\n", figures());
        assertFalse(figures.contains("invented"), figures);
    }

    @Test
    void countsARouteThatIsUsedForTheFirstTimeAfterManyThatDoNotExist() {
        try (var client = new RawClient("127.0.0.79")) {
            for (var one = 0; one < MANY; one++) {
                client.ask("GET /api/charter/v1/any" + one);
            }
        }
        assertEquals(200, Client.get("/api/employment/v1/outcome-rules").statusCode());
        var figures = String.join("\n", figures());
        assertTrue(figures.contains("uri=\"/api/employment/v1/outcome-rules\""), figures);
    }

    private static HttpResponse<String> lodge(String bids) {
        return Client.ask(
                "POST",
                "/api/social-value/v1/procurements/1/" + bids,
                HttpRequest.BodyPublishers.ofString("{}"),
                Client.token());
    }

    private static List<String> figures() {
        return Client.ask("GET", "/q/metrics", HttpRequest.BodyPublishers.noBody(), Client.tokenOf("o", "operator"))
                .body()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.matches("(jvm|process|system)_.*|[a-z_]+_max\\b.*"))
                .map(line -> line.replaceFirst(" # .*", ""))
                .toList();
    }
}
