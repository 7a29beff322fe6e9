package org.anchors.kit.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.anchors.contracts.problem.RequestId;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives every request its {@link RequestId}, which stands in its log lines, in what is kept of it and in its answer. */
@Provider
@PreMatching
public final class RequestIds implements ContainerRequestFilter, ContainerResponseFilter {

    /** The id of the request being served, or null outside a request. */
    public static @Nullable String current() {
        return MDC.get(RequestId.LOG_KEY) instanceof String id ? id : null;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        MDC.put(RequestId.LOG_KEY, RequestId.of(request.getHeaderString(RequestId.HEADER)));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(RequestId.HEADER, current());
    }
}
