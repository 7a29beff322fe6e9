package org.anchors.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Calls through the gateway, as one of the demonstration's accounts. */
final class Api {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> tokens = new HashMap<>();
    private final Running platform;

    Api(Running platform) {
        this.platform = platform;
    }

    /** An answer: its status and its body, which is missing when it is not JSON. */
    record Answer(int status, JsonNode body, String text) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    Answer get(String account, String path) throws IOException, InterruptedException {
        return send(to(account, path).GET());
    }

    Answer post(String account, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = to(account, path).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    String pretty(Answer answer) throws IOException {
        return answer.body().isMissingNode()
                ? answer.text()
                : json.writerWithDefaultPrettyPrinter().writeValueAsString(answer.body());
    }

    private HttpRequest.Builder to(String account, String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(platform.fact("gateway.url") + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(account))
                .header("Accept", "application/json, application/problem+json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()), response.body());
        } catch (IOException e) {
            throw Impossible.noAnswerFrom("The gateway");
        }
    }

    private JsonNode parse(String body) {
        try {
            var parsed = json.readTree(body);
            return parsed == null ? MissingNode.getInstance() : parsed;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private String token(String account) throws IOException, InterruptedException {
        var token = tokens.get(account);
        if (token == null) {
            token = new Tokens(platform).of(account);
            tokens.put(account, token);
        }
        return token;
    }
}
