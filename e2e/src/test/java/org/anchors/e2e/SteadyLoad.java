package org.anchors.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many requests a second, whatever becomes of those before: reports to be posted, and in turn something of each service. No
 * request is sent twice, and each that is not answered as it should be is a failure.
 */
final class SteadyLoad implements AutoCloseable {

    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Half as long as one is good for. */
    private static final Duration TOKEN = Duration.ofMinutes(5);
    /** Of so many requests one is a report and two are evaluations; the others read. */
    private static final int ROUND = 10;

    private static final List<String> READ = List.of(
            "/api/charter/v1/editions/2024-27/gaps", "/api/social-value/v1/policies", "/api/employment/v1/programmes");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Front front;
    private final Platform platform;
    private volatile Caller reader;
    private volatile Caller buyer;
    private final String evaluation;
    private final Queue<Filing> toPost;
    private final Queue<Filing> posted = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    SteadyLoad(Platform platform, List<Filing> filings) {
        this.platform = platform;
        this.front = new Front(platform);
        this.reader = Caller.anchorTeam(platform);
        this.buyer = Caller.machine(platform, "machine-buyer-mseft");
        this.evaluation = Reports.text(Reports.example(platform, "evaluation"));
        this.toPost = new ConcurrentLinkedQueue<>(filings);
        clock.scheduleWithFixedDelay(
                () -> clients.submit(this::signIn), TOKEN.toMillis(), TOKEN.toMillis(), TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(
                () -> clients.submit(this::next), 0, BETWEEN_REQUESTS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The reports that were acknowledged. */
    List<Filing> posted() {
        return List.copyOf(posted);
    }

    /** What was not answered as it should be. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    int answered() {
        return answered.get();
    }

    /** Sends no more, and returns when what was sent is answered. */
    @Override
    public void close() {
        clock.close();
        clients.close();
        front.close();
    }

    private void signIn() {
        reader = Caller.anchorTeam(platform);
        buyer = Caller.machine(platform, "machine-buyer-mseft");
    }

    private void next() {
        var number = turn.getAndIncrement();
        switch (number % ROUND) {
            case 0 -> postReport(number);
            case 1, 2 ->
                send("/api/social-value/v1/evaluations", buyer, 200, request -> request.POST(
                                BodyPublishers.ofString(evaluation))
                        .header("Content-Type", "application/json"));
            default -> read(number);
        }
    }

    private void read(int number) {
        send(READ.get(number % READ.size()), reader, 200, HttpRequest.Builder::GET);
    }

    /** Or reads, once all are posted: how long the load lasts is not known before. */
    private void postReport(int number) {
        var filing = toPost.poll();
        if (filing == null) {
            read(number);
        } else if (send(Reports.REPORTS, filing.partner().reporter(), 201, request -> request.POST(
                        BodyPublishers.ofString(filing.body()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", filing.key()))) {
            posted.add(filing);
        }
    }

    /** The rest of a request. */
    private interface Completion {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private boolean send(String path, Caller caller, int expected, Completion completion) {
        try {
            var request = HttpRequest.newBuilder(URI.create(front.next() + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + caller.token());
            var answer = http.send(completion.of(request).build(), BodyHandlers.ofString());
            if (answer.statusCode() == expected) {
                answered.incrementAndGet();
                return true;
            }
            failures.add(path + ": " + answer.statusCode() + " " + answer.body());
        } catch (IOException | RuntimeException | AssertionError unanswered) {
            failures.add(path + ": " + unanswered);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            failures.add(path + ": was not waited for");
        }
        return false;
    }
}
