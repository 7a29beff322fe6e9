package org.anchors.gateway.forwarding;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.anchors.gateway.answer.Problems;
import org.anchors.gateway.answer.Refusal;
import org.anchors.gateway.service.Service;
import org.anchors.gateway.service.Services;

/** Sends a request on to a service. Whether it may go there has been decided before. */
@Singleton
public final class Forwarding {

    private static final ProxyOptions PLAIN_HTTP_ONLY = new ProxyOptions().setSupportWebSocket(false);

    private final Services services;
    private final Allowed allowed;
    private final Problems problems;

    Forwarding(Services services, Allowed allowed, Problems problems) {
        this.services = services;
        this.allowed = allowed;
        this.problems = problems;
    }

    /** Forwards the request and answers it, with the service's answer or a problem. */
    public void forward(RoutingContext context, Service service) {
        var path = context.request().path();
        var destination = new Destination(service, services, allowed.bytes(path), allowed.patience(path));
        if (announced(context) > destination.limit()) {
            problems.refuse(context, Refusal.BODY_TOO_LARGE, Exchange.tooLarge(destination.limit()));
        } else if (isEncoded(context)) {
            context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY);
            problems.refuse(
                    context,
                    Refusal.UNSUPPORTED_MEDIA_TYPE,
                    "A body is sent as it is, without a Content-Encoding such as gzip.");
        } else {
            giveLeave(context);
            exchange(context, destination);
        }
    }

    /** From here on the body is on its way, whatever the answer will be. */
    private static void giveLeave(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.EXPECT)) {
            context.response().writeContinue();
            context.request().headers().remove(HttpHeaders.EXPECT);
        }
    }

    private void exchange(RoutingContext context, Destination destination) {
        var exchange = new Exchange(context, destination, problems);
        HttpProxy.reverseProxy(PLAIN_HTTP_ONLY, services.client(destination.service()))
                .origin(exchange)
                .addInterceptor(exchange)
                .handle(context.request());
    }

    private static boolean isEncoded(RoutingContext context) {
        return context.request().headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .anyMatch(coding -> !coding.isEmpty() && !"identity".equalsIgnoreCase(coding));
    }

    private static long announced(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
