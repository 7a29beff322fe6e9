package org.anchors.gateway.service;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.tracing.TracingPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Asks each replica every second whether it is ready, so that one that is about to stop is left alone before it does. A service
 * with one address is not asked: there is no choice then.
 */
final class Lookout {

    private static final String READINESS = "/q/health/ready";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int READY = 200;

    private final Vertx vertx;
    private final HttpClient http;

    Lookout(Vertx vertx) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) PATIENCE.toMillis())
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    void watch(List<Replicas> services) {
        var several =
                services.stream().filter(service -> service.all().size() > 1).toList();
        if (!several.isEmpty()) {
            vertx.setPeriodic(
                    BETWEEN_LOOKS.toMillis(),
                    timer -> several.forEach(service -> service.all().forEach(replica -> look(replica, service))));
        }
    }

    private void look(URI replica, Replicas service) {
        http.request(Addresses.of(replica).setURI(READINESS).setTimeout(PATIENCE.toMillis()))
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.end().map(end -> answer.statusCode()))
                .onSuccess(status -> note(status == READY, replica, service))
                .onFailure(failure -> note(failure, replica, service));
    }

    private static void note(boolean ready, URI replica, Replicas service) {
        if (ready) {
            service.isReady(replica);
        } else {
            service.isAway(replica);
        }
    }

    private static void note(Throwable failure, URI replica, Replicas service) {
        if (failure instanceof TimeoutException) {
            service.isSilent(replica);
        } else {
            service.isAway(replica);
        }
    }
}
