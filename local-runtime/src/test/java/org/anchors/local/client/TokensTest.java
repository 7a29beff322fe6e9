package org.anchors.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchors.local.home.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens, from a stand-in that answers what Keycloak answers. */
class TokensTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("anchors.checkout", ".."));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    @SuppressWarnings("NullAway.Init")
    private HttpServer keycloak;

    private final AtomicInteger asked = new AtomicInteger();
    private volatile int refusals;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(state.resolve("run"));
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.createContext("/", exchange -> {
            var refused = asked.incrementAndGet() <= refusals;
            var body = (refused
                            ? "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid user credentials\"}"
                            : "{\"access_token\":\"a-token\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused ? 400 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        keycloak.start();
    }

    @AfterEach
    void stop() {
        keycloak.stop(0);
    }

    @Test
    void asksAgainWhileKeycloakTakesItForGuessing() throws Exception {
        refusals = 2;

        assertEquals("a-token", tokens(Duration.ofSeconds(20)).of("auditor"));
        assertEquals(3, asked.get());
    }

    @Test
    void advisesToWaitAndNotToDeleteWhatIsThere() {
        refusals = Integer.MAX_VALUE;

        var refusal = assertThrows(
                Impossible.class, () -> tokens(Duration.ofMillis(100)).of("auditor"));

        var message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("wait, then try again"), message);
        assertFalse(message.contains("reset"), message);
    }

    @Test
    void saysInOneLineThatKeycloakDoesNotAnswer() {
        keycloak.stop(0);

        var refusal = assertThrows(
                Impossible.class, () -> tokens(Duration.ofMillis(100)).of("auditor"));

        assertEquals("Keycloak does not answer. See ./anchor status", refusal.getMessage());
    }

    private Tokens tokens(Duration patience) {
        var url = "http://127.0.0.1:" + keycloak.getAddress().getPort();
        return new Tokens(new Running(new Home(CHECKOUT, state), Map.of("keycloak.url", url)), patience);
    }
}
