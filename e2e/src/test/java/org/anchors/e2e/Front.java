package org.anchors.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What stands before several gateways in the world: it asks all of them every second whether they are ready, and shares requests
 * out among those that said so.
 */
final class Front implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpClient probes = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<String> ready;

    Front(Platform platform) {
        var gateways = platform.replicas("gateway").stream()
                .map(name -> platform.fact(name + ".url"))
                .toList();
        this.ready = gateways;
        clock.scheduleWithFixedDelay(() -> look(gateways), 0, 1, TimeUnit.SECONDS);
    }

    /** The address of a gateway that is ready. */
    String next() {
        var gateways = ready;
        if (gateways.isEmpty()) {
            throw new AssertionError("No gateway is ready");
        }
        return gateways.get(Math.floorMod(turn.getAndIncrement(), gateways.size()));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        probes.close();
    }

    private void look(List<String> gateways) {
        var asked = gateways.stream().map(this::ifReady).toList();
        ready = asked.stream().flatMap(CompletableFuture::join).toList();
    }

    private CompletableFuture<Stream<String>> ifReady(String gateway) {
        var probe = HttpRequest.newBuilder(URI.create(gateway + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
        return probes.sendAsync(probe, BodyHandlers.discarding()).handle((answer, failure) -> {
            var isReady = failure == null ? answer.statusCode() == 200 : isSlow(failure) && ready.contains(gateway);
            return isReady ? Stream.of(gateway) : Stream.empty();
        });
    }

    /** Which says nothing: whatever was known before is still the best that is known. */
    private static boolean isSlow(Throwable failure) {
        return failure instanceof HttpTimeoutException || failure.getCause() instanceof HttpTimeoutException;
    }
}
