package org.anchors.socialvalue.methodology;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The policies that methodologies are held to. */
@Path("/policies")
@Tag(name = "Policies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PoliciesResource {

    /** Policies that cannot be right keep the service from starting. */
    void readAtStart(@Observes StartupEvent starting) {
        ReleasedPolicies.get();
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Operation(
            operationId = "listPolicies",
            summary = "The policies on social value with the times in which they hold, and the minimum under a notice")
    public PoliciesView list(@BeanParam PolicyQuery query) {
        return PoliciesView.of(query.notice());
    }
}
