package org.anchors.kit.projection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rebuilding of read models. */
@Path("/projections")
@Tag(name = "Operations")
@RunOnVirtualThread
class ProjectionsResource {

    private final Projections projections;

    ProjectionsResource(Projections projections) {
        this.projections = projections;
    }

    /** What was done. */
    record Rebuilt(String projection, int events) {}

    @POST
    @Path("/{name}/rebuild")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "rebuildProjection",
            summary = "Clear a read model and build it again from all events; it can be read meanwhile")
    public Rebuilt rebuild(@Parameter(description = "The read model's name") @PathParam("name") String name) {
        return new Rebuilt(name, projections.rebuild(name));
    }
}
