package org.anchors.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.Set;
import org.anchors.gateway.answer.AccessLog;
import org.anchors.gateway.answer.Linger;
import org.anchors.gateway.answer.Problems;
import org.anchors.gateway.answer.Refusal;
import org.anchors.gateway.door.Door.Page;
import org.anchors.gateway.door.Door.Passage;
import org.anchors.gateway.forwarding.Forwarding;
import org.jboss.logging.Logger;

/** Stands before every route and lets through only what a {@link Door} is for. */
@Singleton
final class Doorkeeper {

    /** After Quarkus has prepared to read the token (200), before everything that answers. */
    static final int PRIORITY = 150;

    private static final Logger LOG = Logger.getLogger(Doorkeeper.class);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<HttpMethod> FORWARDED = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final String RETRY_AFTER = "Retry-After";

    private final Allowances allowances;
    private final Forwarding forwarding;
    private final Problems problems;

    Doorkeeper(Allowances allowances, Forwarding forwarding, Problems problems) {
        this.allowances = allowances;
        this.forwarding = forwarding;
        this.problems = problems;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::receive, PRIORITY);
    }

    private void receive(RoutingContext context) {
        var ambiguity = Ambiguity.in(context.request());
        if (ambiguity.isPresent()) {
            Linger.announceAlways(context.request());
            asAnybody(context, () -> problems.refuse(context, Refusal.BAD_REQUEST, ambiguity.get()));
            return;
        }
        Doors.at(context.request().uri())
                .ifPresentOrElse(
                        door -> receive(context, door),
                        () -> asAnybody(
                                context,
                                () -> problems.refuse(context, Refusal.NOT_FOUND, "There is nothing at this path.")));
    }

    private void receive(RoutingContext context, Door door) {
        switch (door.who()) {
            case PROBES -> open(context, door);
            case ANYONE -> asAnybody(context, () -> open(context, door));
            case BEARERS, OPERATORS ->
                Tokens.callerOf(context)
                        .onSuccess(caller -> admit(context, door, caller))
                        .onFailure(failure -> turnAway(context, failure));
        }
    }

    private void asAnybody(RoutingContext context, Runnable deed) {
        unlessTooOften(context, allowances.request(context.request().remoteAddress()), deed);
    }

    private void admit(RoutingContext context, Door door, Caller caller) {
        AccessLog.client(context, caller.name());
        unlessTooOften(context, allowances.request(caller), () -> {
            if (door.who() == Door.Who.OPERATORS && !caller.roles().contains("operator")) {
                problems.refuse(context, Refusal.FORBIDDEN, "This needs the role operator.");
            } else {
                open(context, door);
            }
        });
    }

    private void open(RoutingContext context, Door door) {
        var allowed =
                switch (door) {
                    case Page page -> READING;
                    case Passage passage -> FORWARDED;
                };
        if (!allowed.contains(context.request().method())) {
            context.response().putHeader(HttpHeaders.ALLOW, String.join(", ", names(allowed)));
            problems.refuse(context, Refusal.METHOD_NOT_ALLOWED, "This path is not used with this method.");
            return;
        }
        switch (door) {
            case Page page -> context.next();
            case Passage passage -> forwarding.forward(context, passage.service());
        }
    }

    private void turnAway(RoutingContext context, Throwable failure) {
        if (!(failure instanceof Tokens.Unacceptable)) {
            LOG.error("Tokens cannot be checked", failure);
            context.response().putHeader(RETRY_AFTER, "5");
            problems.refuse(context, Refusal.SERVICE_UNAVAILABLE, "Access tokens cannot be checked at the moment.");
            return;
        }
        unlessTooOften(context, allowances.failure(context.request().remoteAddress()), () -> {
            var given = context.request().headers().contains(HttpHeaders.AUTHORIZATION);
            context.response()
                    .putHeader(
                            "WWW-Authenticate",
                            "Bearer realm=\"anchors\"" + (given ? ", error=\"invalid_token\"" : ""));
            problems.refuse(context, Refusal.UNAUTHENTICATED, String.valueOf(failure.getMessage()));
        });
    }

    private void unlessTooOften(RoutingContext context, OptionalLong wait, Runnable otherwise) {
        if (wait.isEmpty()) {
            otherwise.run();
            return;
        }
        context.response().putHeader(RETRY_AFTER, Long.toString(wait.getAsLong()));
        problems.refuse(context, Refusal.TOO_MANY_REQUESTS, "Wait %d s and go on.".formatted(wait.getAsLong()));
    }

    private static Iterable<String> names(Set<HttpMethod> methods) {
        return methods.stream().map(HttpMethod::name).sorted().toList();
    }
}
