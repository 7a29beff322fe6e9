package org.anchors.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Asks the gateway as a client would. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Client() {}

    static String url() {
        return setting("test.url");
    }

    static int port() {
        return URI.create(url()).getPort();
    }

    static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** A good token of somebody who has not asked for anything yet. */
    static String token() {
        return tokenOf(UUID.randomUUID().toString());
    }

    static String tokenOf(String subject, String... roles) {
        return token(
                subject, setting("test.issuer"), "anchors-api", Instant.now().plusSeconds(300), key(), roles);
    }

    static String token(
            String subject, String issuer, String audience, Instant until, PrivateKey key, String... roles) {
        return Jwt.claims()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .claim("azp", "a-program")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .issuedAt(until.minusSeconds(600))
                .expiresAt(until)
                .jws()
                .keyId("one")
                .sign(key);
    }

    static PrivateKey key() {
        try {
            var bytes = Base64.getDecoder().decode(setting("test.signing-key"));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** GET with a good token; further headers as name, value, name, value. */
    static HttpResponse<String> get(String path, String... headers) {
        return ask("GET", path, BodyPublishers.noBody(), token(), headers);
    }

    static HttpResponse<String> getAsAnybody(String path, String... headers) {
        return ask("GET", path, BodyPublishers.noBody(), "", headers);
    }

    static HttpResponse<String> ask(String method, String path, BodyPublisher body, String token, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .method(method, body)
                .timeout(Duration.ofSeconds(20));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    static HttpResponse<String> tell(String service, String deed) {
        return send(HttpRequest.newBuilder(URI.create(setting("test.control." + service) + deed))
                .timeout(Duration.ofSeconds(20))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
