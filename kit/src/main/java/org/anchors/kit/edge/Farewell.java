package org.anchors.kit.edge;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * A service that is about to stop ends each connection with the answer that goes over it. Whoever comes next comes over a new
 * connection, which leads to another replica, and no request is under way on one that is cut off.
 */
@Singleton
final class Farewell {

    private static final int BEFORE_EVERYTHING = 1_000;

    private volatile boolean leaving;

    void prepare(@Observes ShutdownDelayInitiatedEvent about) {
        leaving = true;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::receive, BEFORE_EVERYTHING);
    }

    private void receive(RoutingContext context) {
        if (leaving) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        context.next();
    }
}
