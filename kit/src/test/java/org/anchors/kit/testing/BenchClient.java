package org.anchors.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Sends requests to the service under test, on connections that are kept open and speak HTTP/1.1, as the gateway does. */
public final class BenchClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private BenchClient() {}

    /** Posts something new; nanoseconds until the answer was there. */
    public static long post(String path, String token, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        return nanos(
                to(path, token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", type)
                        .POST(body),
                201);
    }

    /** Reads something; nanoseconds until the answer was there. */
    public static long get(String path, String token) throws IOException, InterruptedException {
        return nanos(to(path, token), 200);
    }

    private static HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(RestAssured.port, path)))
                .header("Authorization", "Bearer " + token);
    }

    private static long nanos(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        var took = System.nanoTime() - began;
        assertEquals(status, answer.statusCode(), answer.body());
        return took;
    }
}
