package org.anchors.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class FailureTest {

    private boolean down;

    @AfterEach
    void bringBack() {
        if (down) {
            Client.tell("employment", "/up");
        }
    }

    private void takeDown() {
        Client.tell("employment", "/down");
        down = true;
    }

    @Test
    void saysThatAServiceIsDownAndWhenToTryAgain() {
        takeDown();
        assertUnavailable(Client.get("/api/employment/v1/programmes"));
        var body = BodyPublishers.ofByteArray(new byte[100_000]);
        assertUnavailable(Client.ask("POST", "/api/employment/v1/programmes", body, Client.token()));
        assertEquals(200, Client.get("/api/charter/v1/reports").statusCode());
    }

    @Test
    void goesOnAsSoonAsTheServiceIsBack() {
        takeDown();
        assertUnavailable(Client.get("/api/employment/v1/programmes"));
        Client.tell("employment", "/up");
        down = false;
        assertEquals(200, Client.get("/api/employment/v1/programmes").statusCode());
    }

    @Test
    void saysThatAServiceDiedBeforeItAnswered() {
        assertUnavailable(Client.get("/api/charter/v1/drops"));
    }

    @Test
    void saysThatAServiceIsTooSlow() {
        var answer = Client.get("/api/charter/v1/silent");
        assertEquals(504, answer.statusCode());
        assertProblem("/problems/service-too-slow", answer);
    }

    @Test
    void waitsLongerForAPathThatIsGivenMoreTime() {
        var patient = CompletableFuture.supplyAsync(() -> Client.get("/api/charter/v1/patient/waits"));
        assertEquals(504, Client.get("/api/charter/v1/silent").statusCode());
        Client.tell("charter", "/edition");
        assertEquals(200, patient.join().statusCode());
    }

    @Test
    void breaksTheConnectionOffWhenAServiceStallsInTheMiddleOfItsAnswer() {
        try (var client = new RawClient()) {
            client.say("GET /api/charter/v1/stalls HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + Client.token()
                    + "\r\n\r\n");
            assertThrows(IOException.class, () -> {
                while (client.next() >= 0) {
                    // Hears the beginning, then the end of the connection.
                }
            });
        }
    }

    @Test
    void showsNeitherATraceNorAnAddressWhenItFails() {
        takeDown();
        for (var path : new String[] {"/api/employment/v1/programmes", "/api/charter/v1/drops", "/nothing", "/api"}) {
            var body = Client.get(path).body();
            assertFalse(body.contains("127.0.0.1") || body.contains("Exception") || body.contains("\tat "), body);
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode());
        assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) > 0);
        assertProblem("/problems/service-unavailable", answer);
    }

    private static void assertProblem(String type, HttpResponse<String> answer) {
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(type, Client.json(answer).path("type").asText());
    }
}
