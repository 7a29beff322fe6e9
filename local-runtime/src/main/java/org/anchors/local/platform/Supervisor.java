package org.anchors.local.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.anchors.local.child.Child;
import org.anchors.local.child.ChildReport;
import org.anchors.local.child.Part;
import org.anchors.local.home.Home;
import org.anchors.local.home.Progress;

/** Starts the parts in an order that holds, looks after them while they run, and stops them in the opposite order. */
final class Supervisor {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Platform platform;
    private final Progress progress;
    private final RunFiles files;
    private final Map<Part, Child> children = new LinkedHashMap<>();
    private volatile boolean ready;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Supervisor(Home home, Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
        this.files = new RunFiles(home, platform);
        for (var stage : platform.stoppingOrder().reversed()) {
            stage.forEach(part -> children.put(part, new Child(part, home, progress, Clock.systemUTC())));
        }
    }

    /** Returns when everything is ready; throws what went wrong first. */
    void start() {
        var began = Instant.now();
        var postgres = begin(platform.postgres(), List.of());
        var kafka = begin(platform.kafka(), List.of());
        var all = new ArrayList<>(List.of(postgres, kafka));
        platform.services().forEach(service -> all.add(begin(service, List.of(postgres, kafka))));
        platform.keycloak().ifPresent(keycloak -> all.add(begin(keycloak, List.of(postgres))));
        platform.gateways().forEach(gateway -> all.add(begin(gateway, List.of(postgres, kafka))));
        awaitAllOrFirstFailure(all);
        new ReferenceData(platform, progress).report(began);
        files.write(reports());
        ready = true;
    }

    /** Looks after the children until this process is told to stop: after each by itself, so that none waits for another's end. */
    void tend() throws InterruptedException {
        var all = children.values().stream()
                .map(child -> CompletableFuture.runAsync(() -> tend(child), threads))
                .toList();
        while (all.stream().noneMatch(CompletableFuture::isDone)) {
            files.write(reports());
            Thread.sleep(BETWEEN_LOOKS);
        }
        awaitAllOrFirstFailure(all);
    }

    private static void tend(Child child) {
        try {
            while (true) {
                child.tend();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops everything that runs, in good order; in a hurry when it was never ready. */
    void stop() {
        for (var stage : platform.stoppingOrder()) {
            var stopping = stage.stream()
                    .map(part -> CompletableFuture.runAsync(() -> stop(part), threads))
                    .toList();
            stopping.forEach(CompletableFuture::join);
        }
        files.delete();
    }

    private CompletableFuture<Void> begin(Part part, List<CompletableFuture<Void>> after) {
        return CompletableFuture.allOf(after.toArray(CompletableFuture[]::new))
                .thenRunAsync(child(part)::startAndAwait, threads)
                .thenRun(() -> files.write(reports()));
    }

    private static void awaitAllOrFirstFailure(List<CompletableFuture<Void>> starts) {
        var failure = new CompletableFuture<Void>();
        starts.forEach(start -> start.whenComplete((done, problem) -> {
            if (problem != null) {
                failure.completeExceptionally(problem);
            }
        }));
        var all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failure).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void stop(Part part) {
        var began = Instant.now();
        var child = child(part);
        var ran = child.report().pid() != 0;
        child.close(!ready);
        if (ran) {
            progress.done(part.name(), "stopped", Duration.between(began, Instant.now()));
        }
    }

    private Child child(Part part) {
        var child = children.get(part);
        if (child == null) {
            throw new IllegalArgumentException(part.name());
        }
        return child;
    }

    private List<ChildReport> reports() {
        return children.values().stream().map(Child::report).toList();
    }
}
