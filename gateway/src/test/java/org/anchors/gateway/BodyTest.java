package org.anchors.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.anchors.gateway.RawClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class BodyTest {

    private static final int LIMIT = 1_000_000;

    @Test
    void letsABodyOfExactlyTheLimitThrough() {
        var answer = Client.ask(
                "POST", "/api/charter/v1/reports", BodyPublishers.ofByteArray(new byte[LIMIT]), Client.token());
        assertEquals(LIMIT, Client.json(answer).path("bytes").asInt());
    }

    @Test
    void refusesALargerBodyByItsAnnouncementBeforeAnyOfItIsSent() {
        try (var client = new RawClient()) {
            var before = received();
            client.say(head("Content-Length: " + (LIMIT + 1)));
            assertTooLarge(client.hear());
            assertEquals(before, received());
        }
    }

    @Test
    @Timeout(10)
    void refusesTwoMegabytesAndTheClientCanReadWhy() {
        try (var client = new RawClient()) {
            client.say(head("Content-Length: " + 2 * LIMIT)).say(new byte[2 * LIMIT]);
            assertTooLarge(client.hear());
            assertTrue(client.isClosed());
        }
    }

    @Test
    @Timeout(10)
    void refusesAnOrdinaryClientsTwoMegabytes() {
        var answer = Client.ask(
                "POST", "/api/charter/v1/reports", BodyPublishers.ofByteArray(new byte[2 * LIMIT]), Client.token());
        assertEquals(413, answer.statusCode());
        assertEquals(
                "/problems/body-too-large", Client.json(answer).path("type").asText());
    }

    @Test
    @Timeout(10)
    void cutsOffABodyOfUnknownLengthAsSoonAsItIsTooLarge() {
        try (var client = new RawClient()) {
            client.say(head("Transfer-Encoding: chunked"));
            var piece = new byte[64 * 1024];
            for (var sent = 0; sent < 2 * LIMIT; sent += piece.length) {
                client.say(Integer.toHexString(piece.length) + "\r\n")
                        .say(piece)
                        .say("\r\n");
            }
            client.say("0\r\n\r\n");
            assertTooLarge(client.hear());
        }
    }

    @Test
    @Timeout(10)
    void cutsOffABodyOfUnknownLengthForWhichLeaveWasGiven() {
        try (var client = new RawClient()) {
            client.say(head("Transfer-Encoding: chunked\r\nExpect: 100-continue"));
            assertEquals(100, client.hear().status());
            client.say(Integer.toHexString(2 * LIMIT) + "\r\n")
                    .say(new byte[2 * LIMIT])
                    .say("\r\n0\r\n\r\n");
            assertTooLarge(client.hear());
        }
    }

    @Test
    @Timeout(20)
    void answersWhileABodyWithoutEndIsStillComing() {
        try (var client = new RawClient()) {
            client.say(head("Transfer-Encoding: chunked"));
            var answer = CompletableFuture.supplyAsync(client::hear);
            var piece = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            // Not faster than an answer can be read: a client that never looks is cut off.
            await().pollInterval(Duration.ofMillis(5))
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(() -> {
                        if (!answer.isDone()) {
                            client.say(piece);
                        }
                        return answer.isDone();
                    });
            assertTooLarge(answer.join());
        }
    }

    @Test
    void letsABodyOfUnknownLengthWithinTheLimitThrough() {
        try (var client = new RawClient()) {
            client.say(head("Transfer-Encoding: chunked")).say("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n");
            assertEquals(11, Client.json(client.hear().body()).path("bytes").asInt());
        }
    }

    @Test
    void asksAClientThatWaitsForLeaveToGoOn() {
        try (var client = new RawClient()) {
            client.say(head("Content-Length: 5\r\nExpect: 100-continue"));
            assertEquals(100, client.hear().status());
            client.say("hello");
            var echo = Client.json(client.hear().body());
            assertEquals(5, echo.path("bytes").asInt());
            assertTrue(echo.at("/headers/expect").isMissingNode());
        }
    }

    @Test
    void refusesALargeBodyOfAClientThatWaitsForLeaveWithoutGivingLeave() {
        try (var client = new RawClient()) {
            client.say(head("Content-Length: " + 2 * LIMIT + "\r\nExpect: 100-continue"));
            assertTooLarge(client.hear());
            assertTrue(client.isClosed());
        }
    }

    @Test
    void saysThatABodyWhichDoesNotArriveInTimeIsTheClientsFault() {
        try (var client = new RawClient()) {
            client.say(head("Content-Length: 100")).say("only the beginning");
            var answer = client.hear();
            assertEquals(408, answer.status());
            assertEquals(
                    "/problems/request-too-slow",
                    Client.json(answer.body()).path("type").asText());
        }
    }

    @Test
    void refusesABodyThatIsEncodedAndSaysHowToSendIt() {
        var answer = Client.ask(
                "POST",
                "/api/charter/v1/reports",
                BodyPublishers.ofByteArray(new byte[10]),
                Client.token(),
                "Content-Encoding",
                "gzip");
        assertEquals(415, answer.statusCode());
        assertEquals("identity", answer.headers().firstValue("Accept-Encoding").orElseThrow());
        assertEquals(415, Client.json(answer).path("status").asInt());
    }

    @Test
    void letsABodyThroughThatSaysItIsNotEncoded() {
        var answer = Client.ask(
                "POST",
                "/api/charter/v1/reports",
                BodyPublishers.ofByteArray(new byte[10]),
                Client.token(),
                "Content-Encoding",
                "identity");
        assertEquals(10, Client.json(answer).path("bytes").asInt());
    }

    private static String head(String framing) {
        return "POST /api/charter/v1/reports HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + Client.token()
                + "\r\n" + framing + "\r\n\r\n";
    }

    private static int received() {
        return Integer.parseInt(Client.tell("charter", "/received").body());
    }

    private static void assertTooLarge(Answer answer) {
        assertEquals(413, answer.status());
        assertEquals("close", answer.header("Connection"));
        assertEquals(
                "/problems/body-too-large",
                Client.json(answer.body()).path("type").asText());
    }
}
