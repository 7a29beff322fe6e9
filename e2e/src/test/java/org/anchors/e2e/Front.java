package org.anchors.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands before several gateways in the world: it asks all of them twice a second whether they are ready, and shares requests
 * out among those that said so.
 */
final class Front implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final HttpClient probes = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<String> ready;
    private volatile Set<String> silent = Set.of();

    private enum Said {
        READY,
        NOT_READY,
        NOTHING
    }

    private record Answer(String gateway, Said said) {}

    Front(Platform platform) {
        var gateways = platform.replicas("gateway").stream()
                .map(name -> platform.fact(name + ".url"))
                .toList();
        this.ready = gateways;
        clock.scheduleWithFixedDelay(() -> look(gateways), 0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
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
        var asked = gateways.stream().map(this::ask).toList();
        var answers = asked.stream().map(CompletableFuture::join).toList();
        var othersAreReady = answers.stream().anyMatch(answer -> answer.said == Said.READY);
        var kept = answers.stream()
                .filter(answer -> answer.said == Said.READY
                        || answer.said == Said.NOTHING && isKept(answer.gateway, othersAreReady))
                .toList();
        ready = (kept.isEmpty() ? thatSayNothing(answers) : kept.stream())
                .map(Answer::gateway)
                .toList();
        silent = thatSayNothing(answers).map(Answer::gateway).collect(Collectors.toSet());
    }

    private static Stream<Answer> thatSayNothing(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.said == Said.NOTHING);
    }

    /** Whoever says nothing may be busy or about to stop: it is passed over the second time, where there is another one. */
    private boolean isKept(String gateway, boolean othersAreReady) {
        return ready.contains(gateway) && !(silent.contains(gateway) && othersAreReady);
    }

    private CompletableFuture<Answer> ask(String gateway) {
        var probe = HttpRequest.newBuilder(URI.create(gateway + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
        return probes.sendAsync(probe, BodyHandlers.discarding())
                .handle((answer, failure) -> new Answer(gateway, failure == null ? said(answer) : said(failure)));
    }

    private static Said said(HttpResponse<Void> answer) {
        return answer.statusCode() == 200 ? Said.READY : Said.NOT_READY;
    }

    private static Said said(Throwable failure) {
        var isSlow = failure instanceof HttpTimeoutException || failure.getCause() instanceof HttpTimeoutException;
        return isSlow ? Said.NOTHING : Said.NOT_READY;
    }
}
