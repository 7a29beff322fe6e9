package org.anchors.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Prometheus that watches the running platform by the configuration that is delivered; only addresses and the secret are
 * those of this platform, and it looks every second.
 */
final class Prometheus implements AutoCloseable {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Platform platform;
    private final Path directory;
    private final int port = freePort();
    private final Process process;

    Prometheus(Platform platform, Path directory) throws IOException {
        this.platform = platform;
        this.directory = directory;
        var settings = directory.resolve("prometheus.yml");
        YAML.writeValue(settings.toFile(), settings());
        check("config", settings);
        process = new ProcessBuilder(
                        program("prometheus").orElseThrow().toString(),
                        "--config.file=" + settings,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=error")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
    }

    /** One of Prometheus's programs, from the directory that {@code ANCHORS_PROMETHEUS} names or from the path. */
    static Optional<Path> program(String name) {
        var named = Optional.ofNullable(System.getenv("ANCHORS_PROMETHEUS")).stream();
        var path = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1));
        return Stream.concat(named, path)
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Path delivered(Platform platform) {
        return platform.checkout().resolve("observability/prometheus");
    }

    /** Has Prometheus's own tool look at a file. */
    static void check(String kind, Path file) throws IOException {
        var tool = new ProcessBuilder(program("promtool").orElseThrow().toString(), "check", kind, file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!tool.waitFor(1, TimeUnit.MINUTES) || tool.exitValue() != 0) {
                throw new AssertionError(said);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    /** What an expression gives; nothing while Prometheus does not answer. */
    JsonNode ask(String expression) {
        try {
            var answer = RestAssured.given()
                    .baseUri("http://127.0.0.1:" + port)
                    .queryParam("query", expression)
                    .get("/api/v1/query")
                    .asString();
            return new ObjectMapper().readTree(answer).at("/data/result");
        } catch (IOException notYet) {
            return YAML.missingNode();
        }
    }

    private JsonNode settings() throws IOException {
        var settings = (ObjectNode)
                YAML.readTree(delivered(platform).resolve("prometheus.yml").toFile());
        ((ObjectNode) settings.required("global")).put("scrape_interval", "1s").put("evaluation_interval", "1s");
        var rules = delivered(platform)
                .resolve(settings.required("rule_files").get(0).asText());
        settings.putArray("rule_files").add(rules.toString());
        var jobs = (ArrayNode) settings.required("scrape_configs");
        // Here Keycloak shows none, and alerts on engines are not asked.
        jobs.removeIf(job -> job.required("job_name").asText().equals("keycloak"));
        jobs.forEach(job -> lead((ObjectNode) job));
        return settings;
    }

    /** To this platform's replicas of the program. */
    private void lead(ObjectNode job) {
        var targets = (ArrayNode) job.at("/static_configs/0/targets");
        targets.removeAll();
        platform.replicas(job.required("job_name").asText()).stream()
                .map(name -> URI.create(platform.fact(name + ".url")).getAuthority())
                .forEach(targets::add);
        if (job.get("oauth2") instanceof ObjectNode credentials) {
            var client = credentials.required("client_id").asText();
            credentials.remove("client_secret_file");
            credentials.put("client_secret", platform.secret("client." + client));
            credentials.put(
                    "token_url", platform.fact("keycloak.url") + "/realms/anchors/protocol/openid-connect/token");
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What it had to say, for whoever finds that something is missing. */
    List<String> log() throws IOException {
        return Files.readAllLines(directory.resolve("prometheus.log"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
