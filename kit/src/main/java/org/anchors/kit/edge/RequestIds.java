package org.anchors.kit.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anchors.kit.platform.Sha256;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives every request an id (the caller's own where it is well-formed) that stands in its log lines and its answer. */
@Provider
@PreMatching
public final class RequestIds implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "X-Request-Id";
    private static final String LOG_KEY = "requestId";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern MADE_BY_A_MACHINE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** The id of the request being served, or null outside a request. */
    public static @Nullable String current() {
        return MDC.get(LOG_KEY) instanceof String id ? id : null;
    }

    /**
     * The same as it may be kept: what a client made up may be words about somebody, and is kept as a digest, by which whoever has
     * the id finds it.
     */
    public static @Nullable String toKeep() {
        var id = current();
        return id == null || MADE_BY_A_MACHINE.matcher(id).matches() ? id : "sha256-" + Sha256.of(id);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getHeaderString(HEADER);
        var id = given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        MDC.put(LOG_KEY, id);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, current());
    }
}
