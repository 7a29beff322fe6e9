package org.anchors.kit.refusal;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.anchors.contracts.trace.SentPath;
import org.anchors.kit.platform.Failures;
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
                                + uri.getRequestUri().getRawPath()
                                + (uri.getRequestUri().getRawQuery() == null
                                        ? ""
                                        : "?" + uri.getRequestUri().getRawQuery()),
                        uri);
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException failure, UriInfo uri) {
        return Problems.of(
                Response.Status.NOT_ACCEPTABLE,
                "None of the media types that Accept names is given here; the API document names those that are.",
                uri);
    }

    @ServerExceptionMapper
    Response protocol(WebApplicationException failure, UriInfo uri) {
        return Problems.of(failure, uri);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure, UriInfo uri) {
        var refused = Failures.chain(failure)
                .flatMap(cause -> asRefusal(cause).stream())
                .findFirst();
        if (refused.isPresent()) {
            return Problems.of(refused.get(), uri);
        }
        LOG.errorf(
                "Request to %s failed: %s",
                SentPath.shown(uri.getRequestUri().getRawPath()), Failures.described(failure));
        return Failures.mayPass(failure)
                ? Problems.unavailable(uri)
                : Problems.of(
                        Response.Status.INTERNAL_SERVER_ERROR,
                        "The service failed. Nothing of this request was kept.",
                        uri);
    }

    /** A refusal thrown inside a transaction or a library's callback arrives wrapped; a lost race arrives as a failure. */
    private static Optional<Refused> asRefusal(Throwable cause) {
        if (cause instanceof Refused refused) {
            return Optional.of(refused);
        }
        if (cause instanceof OptimisticLockException) {
            return Optional.of(new Refused(
                    CommonRefusal.VERSION_STALE,
                    "It was changed at the same time: read it again and repeat the change."));
        }
        return Failures.isDuplicate(cause)
                ? Optional.of(new Refused(
                        CommonRefusal.MADE_MEANWHILE,
                        "Another request made it at the same time: read it and go on from there."))
                : Optional.empty();
    }
}
