package org.anchors.kit.refusal;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers whatever a request can end in; what is not foreseen is logged in full and answered without any of it. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String NO_TOKEN = "Send a valid access token: Authorization: Bearer ...";

    @ServerExceptionMapper
    Response refused(Refused refused, UriInfo uri) {
        return Problems.of(refused, uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorised(SecurityException failure, UriInfo uri) {
        return Problems.unauthorised(NO_TOKEN, uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo uri) {
        return Problems.of(Response.Status.FORBIDDEN, "Your roles do not allow this.", uri);
    }

    /** A query parameter that cannot be converted arrives as "not found", which would lead a client astray. */
    @ServerExceptionMapper
    Response notFound(NotFoundException failure, UriInfo uri) {
        return failure.getCause() == null
                ? Problems.of(failure, uri)
                : Problems.of(
                        Response.Status.BAD_REQUEST,
                        "A parameter of the address cannot be read: "
                                + uri.getRequestUri().getRawQuery(),
                        uri);
    }

    @ServerExceptionMapper
    Response protocol(WebApplicationException failure, UriInfo uri) {
        return Problems.of(failure, uri);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure, UriInfo uri) {
        return refusalWithin(failure).map(refused -> Problems.of(refused, uri)).orElseGet(() -> {
            LOG.errorf(failure, "Request to %s failed", uri.getRequestUri().getRawPath());
            return Problems.of(
                    Response.Status.INTERNAL_SERVER_ERROR,
                    "The service failed. Nothing of this request was kept; it can be sent again.",
                    uri);
        });
    }

    /** A refusal thrown inside a transaction or a library's callback arrives wrapped. */
    private static Optional<Refused> refusalWithin(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .findFirst();
    }
}
