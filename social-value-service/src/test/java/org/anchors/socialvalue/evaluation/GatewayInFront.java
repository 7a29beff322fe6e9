package org.anchors.socialvalue.evaluation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The gateway as it is delivered, in a process of its own before the service that is measured; {@code ./anchor bench} says where it
 * lies. It lets one client ask as often as it likes, and knows the tokens of the tests.
 */
final class GatewayInFront implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url;
    private final Process process;

    private GatewayInFront(String url, Process process) {
        this.url = url;
        this.process = process;
    }

    static GatewayInFront of(String service) throws IOException, InterruptedException {
        var port = freePort();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar = packaged().resolve("quarkus-run.jar");
        var builder = new ProcessBuilder(java, "-Xmx256m", "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "bench-gateway.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "QUARKUS_OIDC_PUBLIC_KEY",
                        setting("quarkus.oidc.public-key"),
                        "QUARKUS_OIDC_TOKEN_ISSUER",
                        setting("quarkus.oidc.token.issuer"),
                        "ANCHORS_SOCIAL_VALUE_URL",
                        service,
                        "ANCHORS_GATEWAY_RATE_REQUESTS_PER_SECOND",
                        "1000000",
                        "ANCHORS_GATEWAY_RATE_BURST",
                        "1000000"));
        var gateway = new GatewayInFront("http://127.0.0.1:" + port, builder.start());
        gateway.waitUntilItLives();
        return gateway;
    }

    private static Path packaged() {
        return Optional.ofNullable(System.getProperty("anchors.bench.gateway"))
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException(
                        "Name the directory of the packaged gateway (-Danchors.bench.gateway=...), as ./anchor bench"
                                + " social-value does."));
    }

    String url() {
        return url;
    }

    private void waitUntilItLives() throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!lives()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("The gateway did not start; see target/bench-gateway.log");
            }
            // Whether it ended is asked with a limit, which is also the pause between two looks.
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private boolean lives() throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(url + "/q/health/live")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
