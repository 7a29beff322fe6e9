package org.anchors.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class ForwardingTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/charter/v1/reports", "/api/social-value/v1/bids", "/api/employment/v1/programmes"})
    void forwardsEachPrefixToItsServiceWithoutChangingThePath(String path) {
        var echo = Client.json(Client.get(path + "/m%C3%A4rz?year=2024-25&q=%2Fa%20b"));
        assertEquals(
                path + "/m%C3%A4rz?year=2024-25&q=%2Fa%20b", echo.path("uri").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void forwardsMethodAndBody(String method) {
        var body = BodyPublishers.ofString("x".repeat(100_000));
        var echo = Client.json(Client.ask(method, "/api/charter/v1/reports", body, Client.token()));
        assertEquals(method, echo.path("method").asText());
        assertEquals(100_000, echo.path("bytes").asInt());
    }

    @Test
    void passesTheTokenOn() {
        var token = Client.token();
        var echo = Client.json(Client.ask("GET", "/api/charter/v1/reports", BodyPublishers.noBody(), token));
        assertEquals("Bearer " + token, echo.at("/headers/authorization").asText());
    }

    @Test
    void passesOnWhatTheApiNeeds() {
        var echo = Client.json(Client.get(
                "/api/charter/v1/reports", "Idempotency-Key", "k-1", "If-Match", "\"3\"", "Accept", "text/csv"));
        assertEquals("k-1", echo.at("/headers/idempotency-key").asText());
        assertEquals("\"3\"", echo.at("/headers/if-match").asText());
        assertEquals("text/csv", echo.at("/headers/accept").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-User",
                "X-Remote-User",
                "Remote-User",
                "REMOTE_USER",
                "X-User",
                "X-User-Id",
                "X_User_Id",
                "X-Organisation",
                "X-Roles",
                "X-Auth-Request-Email",
                "X-Authenticated-Userid",
                "Forwarded",
                "X-Forwarded-Prefix",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override",
                "X-Real-IP",
                "Cookie",
                "Proxy-Authorization",
                "TE",
                "Keep-Alive"
            })
    void dropsHeadersThatClaimAnIdentityOrARoute(String name) {
        try (var client = new RawClient()) {
            var answer = client.ask(
                    "GET /api/charter/v1/reports", "Authorization: Bearer " + Client.token(), name + ": forged-value");
            assertEquals(200, answer.status());
            assertFalse(answer.body().contains("forged-value"), answer.body());
        }
    }

    /** The connection to the service serves somebody else by then. */
    @Test
    void whoHangsUpAfterAnAnswerBreaksNobodyElsesRequest() {
        var answers = IntStream.range(0, 3_000)
                .mapToObj(any -> {
                    try (var client = new RawClient()) {
                        return client.ask(
                                        "GET /api/charter/v1/reports",
                                        "Authorization: Bearer " + Client.token(),
                                        "Connection: close")
                                .status();
                    }
                })
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertEquals(Map.of(200, 3_000L), answers);
    }

    @Test
    void dropsHeadersThatTheConnectionHeaderNames() {
        try (var client = new RawClient()) {
            var answer = client.ask(
                    "GET /api/charter/v1/reports",
                    "Authorization: Bearer " + Client.token(),
                    "Connection: keep-alive, X-Hop",
                    "X-Hop: forged-value");
            assertFalse(answer.body().contains("forged-value"), answer.body());
        }
    }

    @Test
    void saysAnewWhereTheRequestCameFrom() {
        var echo = Client.json(
                Client.get("/api/charter/v1/reports", "X-Forwarded-For", "6.6.6.6", "X-Forwarded-Host", "evil"));
        assertEquals("127.0.0.1", echo.at("/headers/x-forwarded-for").asText());
        assertEquals("http", echo.at("/headers/x-forwarded-proto").asText());
        assertTrue(echo.at("/headers/x-forwarded-host").asText().endsWith(":" + Client.port()));
    }

    @Test
    void leavesAServicesOwnProblemAsItIs() {
        var answer = Client.get("/api/charter/v1/refused");
        assertEquals(422, answer.statusCode());
        assertEquals("{\"type\":\"/problems/report-closed\",\"status\":422}", answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void showsNothingOfTheServicesMachine() {
        var answer = Client.ask("POST", "/api/charter/v1/created", BodyPublishers.noBody(), Client.token());
        assertEquals(201, answer.statusCode());
        assertEquals(
                "/api/charter/v1/reports/r-1",
                answer.headers().firstValue("Location").orElseThrow());
        assertTrue(answer.headers().firstValue("Server").isEmpty());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        assertEquals(1, answer.headers().allValues("X-Request-Id").size());
    }

    @Test
    void keepsAnswersWithoutABodyWithoutOne() {
        try (var client = new RawClient()) {
            var token = "Authorization: Bearer " + Client.token();
            var unchanged = client.ask("GET /api/charter/v1/unchanged", token);
            assertEquals(304, unchanged.status());
            assertNull(unchanged.header("transfer-encoding"));
            var empty = client.ask("DELETE /api/charter/v1/empty", token);
            assertEquals(204, empty.status());
            assertNull(empty.header("transfer-encoding"));
            assertEquals(200, client.ask("GET /api/charter/v1/reports", token).status());
        }
    }

    @Test
    void passesAPieceOfAnAnswerOnBeforeTheNextOneExists() throws IOException {
        try (var client = new RawClient()) {
            client.say("GET /api/charter/v1/ticks HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + Client.token()
                    + "\r\n\r\n");
            hearUntil(client, "tick ");
            Client.tell("charter", "/edition");
            hearUntil(client, "tock");
        }
    }

    private static void hearUntil(RawClient client, String expected) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf(expected) < 0) {
            heard.append((char) client.next());
        }
    }

    @Test
    void refusesMethodsThatNoServiceUses() {
        try (var client = new RawClient()) {
            var answer = client.ask("TRACE /api/charter/v1/reports", "Authorization: Bearer " + Client.token());
            assertEquals(405, answer.status());
            assertEquals("DELETE, GET, HEAD, PATCH, POST, PUT", answer.header("Allow"));
        }
    }
}
