package org.anchors.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A client as clients should be: it sends something under one key until it gets an answer that time will not change. */
final class RetryingClient {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Something that was acknowledged.
     *
     * @param attempts how often it was sent
     * @param took from the first attempt to the answer
     */
    record Receipt(int attempts, Duration took) {}

    Receipt post(Filing filing) throws InterruptedException {
        return post(filing.sending());
    }

    Receipt post(Sending sending) throws InterruptedException {
        var began = Instant.now();
        for (var attempt = 1; Instant.now().isBefore(began.plus(PATIENCE)); attempt++) {
            var answer = attempt(sending);
            if (answer.isPresent() && !mayPass(answer.get())) {
                if (answer.get().statusCode() != 201) {
                    throw new AssertionError(
                            sending.name() + ": " + answer.get().body());
                }
                return new Receipt(attempt, Duration.between(began, Instant.now()));
            }
            Thread.sleep(PAUSE);
        }
        throw new AssertionError(sending.name() + " was not taken within " + PATIENCE);
    }

    private Optional<HttpResponse<String>> attempt(Sending sending) throws InterruptedException {
        var caller = sending.caller();
        var request = HttpRequest.newBuilder(URI.create(caller.platform().gateway() + sending.path()))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + caller.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", sending.key())
                .POST(BodyPublishers.ofString(sending.body()))
                .build();
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException brokenOff) {
            return Optional.empty();
        }
    }

    /** Overload, failures of the server, and a request that is still running there (architecture.md, Conventions). */
    private static boolean mayPass(HttpResponse<String> answer) {
        return answer.statusCode() == 429
                || answer.statusCode() >= 500
                || (answer.statusCode() == 409 && answer.body().contains("/problems/request-still-running"));
    }
}
