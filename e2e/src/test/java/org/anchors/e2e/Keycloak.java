package org.anchors.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The platform's Keycloak: tokens of its accounts, and further machines for tests. */
final class Keycloak {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Platform platform;

    Keycloak(Platform platform) {
        this.platform = platform;
    }

    /** A token of a person of the demonstration. */
    String person(String name) {
        var password = platform.secret("user." + name);
        return token(
                "anchors",
                Map.of("grant_type", "password", "client_id", "anchors-cli", "username", name, "password", password));
    }

    /** A token of a machine of the demonstration. */
    String machine(String name) {
        return machine(name, platform.secret("client." + name));
    }

    String token(Machine machine) {
        return machine(machine.name(), machine.secret());
    }

    /** A token that is good, but for Keycloak's own administration. */
    String administrator() {
        return token(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "admin",
                        "password",
                        platform.secret("keycloak.admin")));
    }

    /** Adds machines to the realm. */
    void add(Collection<Machine> machines) {
        var mappers = mappers();
        var body = Map.of(
                "ifResourceExists",
                "FAIL",
                "clients",
                machines.stream().map(machine -> machine.client(mappers)).toList(),
                "users",
                machines.stream().map(Machine::account).toList());
        send(HttpRequest.newBuilder(URI.create(platform.fact("keycloak.url") + "/admin/realms/anchors/partialImport"))
                .header("Authorization", "Bearer " + administrator())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
    }

    /** What the realm's client for people has. */
    private JsonNode mappers() {
        try {
            var realm = platform.checkout().resolve("keycloak/anchors-realm.json");
            return JSON.readTree(realm.toFile()).findValue("protocolMappers");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String machine(String name, String secret) {
        return token("anchors", Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", secret));
    }

    private String token(String realm, Map<String, String> form) {
        var address = "%s/realms/%s/protocol/openid-connect/token".formatted(platform.fact("keycloak.url"), realm);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return read(Awaitility.await("a sign-in that is not taken for guessing")
                        .pollDelay(Duration.ZERO)
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> answered(request), answer -> !isClosed(answer)))
                .required("access_token")
                .asText();
    }

    /** While a person's last sign-in is being noted, the next is refused like a wrong password. */
    private static boolean isClosed(HttpResponse<String> answer) {
        return answer.statusCode() == 400 && answer.body().contains("invalid_grant");
    }

    private JsonNode send(HttpRequest.Builder request) {
        return read(answered(request));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError("Keycloak answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private HttpResponse<String> answered(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
