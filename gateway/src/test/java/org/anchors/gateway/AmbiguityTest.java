package org.anchors.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that another reader could read differently are refused, and nothing more is read from whoever sent them. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class AmbiguityTest {

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: identity\r\nContent-Length: 5", "Transfer-Encoding: gzip, chunked"})
    void refusesARequestOfWhichTwoReadersWouldSeeTwoEnds(String framing) {
        assertRefused("POST /api/charter/v1/reports HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
                + Client.token() + "\r\n" + framing + "\r\n\r\n0\r\n\r\n");
    }

    @Test
    void refusesChunksFromAClientOfTheProtocolThatHasNone() {
        assertRefused("POST /api/charter/v1/reports HTTP/1.0\r\nHost: gateway\r\nTransfer-Encoding: chunked"
                + "\r\n\r\n0\r\n\r\n");
    }

    @Test
    void refusesARequestForTwoHosts() {
        assertRefused("GET /health HTTP/1.1\r\nHost: gateway\r\nHost: elsewhere\r\n\r\n");
    }

    @Test
    void refusesARequestForNoHost() {
        assertRefused("GET /health HTTP/1.1\r\nAccept: */*\r\n\r\n");
    }

    private static void assertRefused(String request) {
        try (var client = new RawClient()) {
            var answer = client.say(request).hear();
            assertEquals(400, answer.status());
            assertEquals("close", answer.header("Connection"));
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertTrue(client.isClosed());
        }
    }
}
