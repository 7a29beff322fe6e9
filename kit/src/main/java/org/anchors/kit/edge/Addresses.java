package org.anchors.kit.edge;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;

/** Refuses an address with the character U+0000, which nothing is named by and PostgreSQL does not take. */
@Provider
@PreMatching
@Priority(Priorities.USER + 1)
public final class Addresses implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().toASCIIString().contains("%00")) {
            throw new Refused(CommonRefusal.MALFORMED_ADDRESS, "Leave out the character U+0000.");
        }
    }
}
