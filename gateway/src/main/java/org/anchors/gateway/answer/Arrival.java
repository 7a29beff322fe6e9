package org.anchors.gateway.answer;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.anchors.contracts.problem.RequestId;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** The first to see a request and the last to see its answer. */
@Singleton
final class Arrival {

    private static final Logger LOG = Logger.getLogger(Arrival.class);
    private static final int BEFORE_EVERYTHING = 1_000;

    private static final Map<String, String> CAREFUL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private final AccessLog log;
    private final Problems problems;
    private volatile boolean leaving;

    Arrival(AccessLog log, Problems problems) {
        this.log = log;
        this.problems = problems;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::welcome, BEFORE_EVERYTHING);
    }

    /** From now on each answer ends its connection, so that none is cut off with a request on it. */
    void prepareToLeave(@Observes ShutdownDelayInitiatedEvent about) {
        leaving = true;
    }

    void catchFailures(@Observes Router router) {
        router.route().order(-BEFORE_EVERYTHING).failureHandler(this::apologise);
    }

    private void welcome(RoutingContext context) {
        var id = RequestIds.of(context);
        MDC.put(RequestId.LOG_KEY, id);
        var start = System.nanoTime();
        context.addHeadersEndHandler(v -> complete(context.response(), id));
        if (leaving) {
            context.addHeadersEndHandler(v -> context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
        }
        context.addEndHandler(ended -> log.write(context, start));
        context.next();
    }

    /** A header that a service has set stays as it is. */
    private static void complete(HttpServerResponse response, String id) {
        response.putHeader(RequestId.HEADER, id);
        CAREFUL.forEach((name, value) -> {
            if (!response.headers().contains(name)) {
                response.putHeader(name, value);
            }
        });
    }

    private void apologise(RoutingContext context) {
        if (context.statusCode() == 400 && !context.request().headers().contains(HttpHeaders.HOST)) {
            Linger.announceAlways(context.request());
            problems.refuse(context, Refusal.BAD_REQUEST, "A request has one Host header.");
            return;
        }
        switch (context.statusCode()) {
            case 404, 400 -> problems.refuse(context, Refusal.NOT_FOUND, "There is nothing at this path.");
            case 405 -> problems.refuse(context, Refusal.METHOD_NOT_ALLOWED, "Not with this method.");
            case 413 -> problems.refuse(context, Refusal.BODY_TOO_LARGE, "The body is larger than may be sent here.");
            default -> {
                LOG.errorf(context.failure(), "Request %s failed in the gateway", RequestIds.of(context));
                problems.refuse(context, Refusal.GATEWAY_FAILED, "Tell us the request id, please.");
            }
        }
    }
}
