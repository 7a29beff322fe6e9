package org.anchors.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import org.anchors.contracts.problem.Problem;
import org.anchors.gateway.answer.Linger;
import org.anchors.gateway.answer.Problems;
import org.anchors.gateway.answer.Refusal;
import org.anchors.gateway.answer.RequestIds;
import org.jboss.logging.Logger;

/** One request on its way to a service and back. Failures on the way become problems that name no machine. */
final class Exchange implements OriginRequestProvider, ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final RoutingContext context;
    private final Destination destination;
    private final Problems problems;
    private final MeasuredBody body;
    private boolean sent;

    Exchange(RoutingContext context, Destination destination, Problems problems) {
        this.context = context;
        this.destination = destination;
        this.problems = problems;
        this.body = new MeasuredBody(context.request(), destination.limit());
    }

    static String tooLarge(long limit) {
        return "A body may have %,d bytes here.".formatted(limit);
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext proxied) {
        return destination.connect().onSuccess(connected -> sent = true);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
        var request = proxied.request();
        Headers.toService(request.headers(), context.request(), RequestIds.of(context));
        request.setBody(Body.body(body, request.getBody().length()));
        return proxied.sendRequest().recover(failure -> Future.succeededFuture(problem(proxied, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxied) {
        Headers.toClient(proxied.response().headers(), destination.urls());
        // With a reason phrase of its own, Vert.x does not recognise a 304 and announces a body for it.
        proxied.response().setStatusMessage(null);
        var answer = proxied.response().getBody();
        if (answer != null) {
            var stream = new AnswerStream(answer.stream(), context.request().connection());
            proxied.response().setBody(Body.body(stream, answer.length()));
        }
        Linger.announce(context.request());
        return proxied.sendResponse().onComplete(done -> Linger.after(context.request()));
    }

    private ProxyResponse problem(ProxyContext proxied, Throwable failure) {
        var refusal = refusal(failure);
        LOG.warnf("Request %s: %s: %s: %s", RequestIds.of(context), destination.program(), refusal, failure);
        var response = proxied.request().release().response().setStatusCode(refusal.status());
        if (refusal == Refusal.SERVICE_UNAVAILABLE) {
            response.putHeader("Retry-After", "2");
        }
        return response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .setBody(Body.body(problems.body(context, refusal, detail(refusal))));
    }

    private Refusal refusal(Throwable failure) {
        if (body.isTooLarge()) {
            return Refusal.BODY_TOO_LARGE;
        }
        if (!sent || !(failure instanceof TimeoutException)) {
            return Refusal.SERVICE_UNAVAILABLE;
        }
        return context.request().isEnded() ? Refusal.SERVICE_TOO_SLOW : Refusal.REQUEST_TOO_SLOW;
    }

    private String detail(Refusal refusal) {
        return switch (refusal) {
            case BODY_TOO_LARGE -> tooLarge(destination.limit());
            case REQUEST_TOO_SLOW -> "The body did not arrive in time. Send it again.";
            case SERVICE_TOO_SLOW ->
                "%s did not answer in time. A request with an Idempotency-Key can be sent again safely."
                        .formatted(destination.program());
            default ->
                "%s cannot be reached at the moment. A request with an Idempotency-Key can be sent again safely."
                        .formatted(destination.program());
        };
    }
}
