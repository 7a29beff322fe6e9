package org.anchors.gateway.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.anchors.contracts.problem.Problem;

/** Writes refusals as {@code application/problem+json}. */
@Singleton
public final class Problems {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** Answers with the refusal; further headers are set on the response beforehand. */
    public void refuse(RoutingContext context, Refusal refusal, String detail) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Linger.announce(context.request());
        response.setStatusCode(refusal.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(body(context, refusal, detail))
                .onComplete(sent -> Linger.after(context.request()));
    }

    /** The refusal as it is sent. */
    public Buffer body(RoutingContext context, Refusal refusal, String detail) {
        try {
            var path = context.request().path();
            return Buffer.buffer(json.writeValueAsBytes(refusal.problem(detail, path, RequestIds.of(context))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem of strings and numbers cannot fail to be written", e);
        }
    }
}
