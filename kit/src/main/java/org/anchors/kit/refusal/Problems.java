package org.anchors.kit.refusal;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.edge.RequestIds;
import org.jspecify.annotations.Nullable;

/** The one place where a refusal or a failure becomes an answer of the form {@code application/problem+json}. */
final class Problems {

    private static final int RETRY_AFTER_SECONDS = 5;

    private Problems() {}

    static Response of(Refused refused, UriInfo uri) {
        var refusal = refused.refusal();
        var status = statusOf(refusal.category());
        var answer = answer(new Problem(
                refusal.type(),
                refusal.title(),
                status,
                refused.detail(),
                uri.getRequestUri().getRawPath(),
                RequestIds.current(),
                refused.faults(),
                refused instanceof RefusedAndKept kept ? kept.allFaults() : null));
        if (refusal.category() == Refusal.Category.BUSY) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    static Response of(WebApplicationException failure, UriInfo uri) {
        var status = failure.getResponse().getStatus();
        var answer = answer(plain(status, null, uri));
        if (failure.getResponse().getHeaderString(HttpHeaders.ALLOW) instanceof String allow) {
            answer.header(HttpHeaders.ALLOW, allow);
        }
        return answer.build();
    }

    static Response of(Response.Status status, String detail, UriInfo uri) {
        return answer(plain(status.getStatusCode(), detail, uri)).build();
    }

    /** A 401, which has to say which kind of credentials would do. */
    static Response unauthorised(String detail, UriInfo uri) {
        return answer(plain(Response.Status.UNAUTHORIZED.getStatusCode(), detail, uri))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** A 503: something that the service needs is away. */
    static Response unavailable(UriInfo uri) {
        var detail = "The service cannot do this at the moment. Nothing of this request was kept; send it again.";
        return answer(plain(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), detail, uri))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Problem plain(int status, @Nullable String detail, UriInfo uri) {
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? "The request failed" : known.getReasonPhrase();
        return new Problem(
                "about:blank",
                title,
                status,
                detail,
                uri.getRequestUri().getRawPath(),
                RequestIds.current(),
                List.of(),
                null);
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    private static int statusOf(Refusal.Category category) {
        return switch (category) {
            case MALFORMED -> 400;
            case INVALID -> 422;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case STALE -> 412;
            case UNCONDITIONAL -> 428;
            case TOO_LARGE -> 413;
            case BUSY -> 503;
        };
    }
}
