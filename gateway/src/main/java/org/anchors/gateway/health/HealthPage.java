package org.anchors.gateway.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import org.anchors.gateway.answer.Pages;
import org.anchors.gateway.health.Whole.Member;
import org.anchors.gateway.health.Whole.Status;
import org.anchors.gateway.service.Service;
import org.anchors.gateway.service.Services;

/** Asks every service whether it is ready. Names and states only: where they run is nobody's business. */
@Singleton
final class HealthPage {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Services services;
    private final ObjectMapper json;

    HealthPage(Services services, ObjectMapper json) {
        this.services = services;
        this.json = json;
    }

    void serve(@Observes Router router) {
        Pages.at(router, "/health").handler(context -> whole().onSuccess(whole -> send(context, whole))
                .onFailure(context::fail));
    }

    private Future<Whole> whole() {
        var members = Arrays.stream(Service.values()).map(this::member).toList();
        return Future.join(members).map(all -> Whole.of(all.list()));
    }

    private Future<Member> member(Service service) {
        return services.get(service, "/q/health/ready", PATIENCE)
                .map(answer -> answer.status() == 200 ? Status.UP : Status.DOWN)
                .otherwise(Status.UNREACHABLE)
                .map(status -> new Member(service.program(), status));
    }

    private void send(RoutingContext context, Whole whole) {
        try {
            context.response().setStatusCode(whole.status() == Status.UP ? 200 : 503);
            Pages.send(context, "application/json", Buffer.buffer(json.writeValueAsBytes(whole)));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
