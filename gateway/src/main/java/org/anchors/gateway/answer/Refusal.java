package org.anchors.gateway.answer;

import java.util.List;
import java.util.Locale;
import org.anchors.contracts.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The gateway's own reasons to say no. */
public enum Refusal {
    BAD_REQUEST(400, "Bad Request"),
    UNAUTHENTICATED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    REQUEST_TOO_SLOW(408, "The request took too long to arrive"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    GATEWAY_FAILED(500, "Internal Server Error"),
    SERVICE_UNAVAILABLE(503, "The service cannot be reached"),
    SERVICE_TOO_SLOW(504, "The service took too long to answer");

    private final int status;
    private final String title;

    Refusal(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status it is sent with. */
    public int status() {
        return status;
    }

    Problem problem(String detail, @Nullable String path, @Nullable String requestId) {
        return new Problem(type(), title, status, detail, path, requestId, List.of(), null);
    }

    private String type() {
        return switch (this) {
            // These say no more than their HTTP status does (RFC 9457, 4.2.1).
            case BAD_REQUEST, UNAUTHENTICATED, FORBIDDEN, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE, GATEWAY_FAILED ->
                "about:blank";
            case NOT_FOUND,
                    REQUEST_TOO_SLOW,
                    BODY_TOO_LARGE,
                    TOO_MANY_REQUESTS,
                    SERVICE_UNAVAILABLE,
                    SERVICE_TOO_SLOW ->
                "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
