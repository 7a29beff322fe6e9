package org.anchors.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands before several gateways in the world: it shares requests out among those that say that they are ready. */
final class Front {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient probes = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final List<String> gateways;
    private final AtomicInteger turn = new AtomicInteger();

    Front(Platform platform) {
        this.gateways = platform.replicas("gateway").stream()
                .map(name -> platform.fact(name + ".url"))
                .toList();
    }

    /** The address of a gateway that is ready. */
    String next() throws InterruptedException {
        for (var tried = 0; tried < gateways.size(); tried++) {
            var gateway = gateways.get(Math.floorMod(turn.getAndIncrement(), gateways.size()));
            if (isReady(gateway)) {
                return gateway;
            }
        }
        throw new AssertionError("No gateway is ready");
    }

    private boolean isReady(String gateway) throws InterruptedException {
        var probe = HttpRequest.newBuilder(URI.create(gateway + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            return probes.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
