package org.anchors.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway as it is delivered, as a process of its own. */
class PackagedIT {

    private final Vertx vertx = Vertx.vertx();
    private final StandIn service = new StandIn(vertx, "/api/charter/v1");
    private final StandInRealm realm = new StandInRealm(vertx);
    private final int port = freePort();
    private final Process gateway = start();

    private Process start() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-jar", System.getProperty("gateway.jar"))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "packaged-gateway.log").toFile());
        var settings = builder.environment();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", realm.url());
        settings.put("ANCHORS_CHARTER_URL", service.url());
        settings.put("ANCHORS_SOCIAL_VALUE_URL", service.url());
        settings.put("ANCHORS_EMPLOYMENT_URL", service.url());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void waitUntilItIsReady() throws InterruptedException {
        var end = Instant.now().plusSeconds(60);
        while (status("/q/health/ready") != 200) {
            assertTrue(gateway.isAlive() && Instant.now().isBefore(end), "See target/packaged-gateway.log");
            // Whether it ended is asked with a limit, which is also the pause between two looks.
            gateway.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    @AfterEach
    void leaveNothingBehind() {
        gateway.destroyForcibly();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void bringsThePageToTryTheApiFromAndFinishesWhatItHasBegunWhenItIsStopped() throws Exception {
        for (var path : new String[] {"/docs", "/docs/start.js", "/openapi-ui/swagger-ui-bundle.js", "/openapi"}) {
            assertEquals(200, status(path), path);
        }
        try (var client = new RawClient("127.0.0.1", port)) {
            client.say("GET /api/charter/v1/ticks HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + token()
                    + "\r\n\r\n");
            hearUntil(client, "tick ");
            gateway.destroy();
            hearThatItWaits();
            tell("/edition");
            hearUntil(client, "tock");
        }
        assertTrue(gateway.waitFor(20, TimeUnit.SECONDS));
    }

    @Test
    void refusesARequestWithALengthAndWithChunksAndClosesTheConnection() throws Exception {
        for (var framing : new String[] {
            "Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 5"
        }) {
            try (var client = new RawClient("127.0.0.1", port)) {
                client.say("POST /api/charter/v1/reports HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + token()
                        + "\r\n" + framing + "\r\n\r\n0\r\n\r\n");
                var answer = client.hear();
                assertEquals(400, answer.status());
                assertEquals("close", answer.header("Connection"));
                assertTrue(client.isClosed());
            }
        }
    }

    private static void hearThatItWaits() {
        var log = Path.of("target", "packaged-gateway.log");
        await().until(() -> {
            try {
                return java.nio.file.Files.readString(log).contains("Waiting for HTTP requests to complete");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String token() throws GeneralSecurityException {
        var bytes = Base64.getDecoder().decode(realm.signingKey());
        var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        return Client.token(
                "somebody", realm.url(), "anchors-api", Instant.now().plusSeconds(60), key);
    }

    private static void hearUntil(RawClient client, String expected) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf(expected) < 0) {
            heard.append((char) client.next());
        }
    }

    private void tell(String deed) throws IOException, InterruptedException {
        get(service.controlUrl() + deed);
    }

    private int status(String path) {
        try {
            return get("http://127.0.0.1:" + port + path);
        } catch (IOException | InterruptedException e) {
            return 0;
        }
    }

    private static int get(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
