package org.anchors.socialvalue.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The buyer decides upon what was stated. */
@Path("/contracts/{id}/deliveries")
@Tag(name = "Contracts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DeliveryDecisionsResource {

    private final Approving approving;
    private final DeliveryAccess access;

    DeliveryDecisionsResource(Approving approving, DeliveryAccess access) {
        this.approving = approving;
        this.access = access;
    }

    @POST
    @Path("/{number}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "approveDelivery",
            summary = "Approve of what was stated and rate it; from then on it counts, and what it corrects does not")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DeliveryBody.Approval.class)))
    @APIResponse(
            responseCode = "200",
            description = "The approved statement; its ETag names the new version.",
            content = @Content(schema = @Schema(implementation = Delivery.class)))
    public Response approve(
            @Parameter(description = "Id of the contract") @PathParam("id") String id,
            @Parameter(description = "Number of the statement") @PathParam("number") int number,
            @Parameter(description = "ETag of the statement") @HeaderParam("If-Match") @Nullable String ifMatch,
            Reading<DeliveryBody.Approval> body) {
        var step = new Approving.Step(access.requireOwn(id), number, ifMatch, access.person());
        return approving.approve(step, body).shown();
    }

    @POST
    @Path("/{number}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(operationId = "rejectDelivery", summary = "Do not approve of what was stated; it stays and never counts")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DeliveryBody.Rejection.class)))
    @APIResponse(
            responseCode = "200",
            description = "The rejected statement; its ETag names the new version.",
            content = @Content(schema = @Schema(implementation = Delivery.class)))
    public Response reject(
            @Parameter(description = "Id of the contract") @PathParam("id") String id,
            @Parameter(description = "Number of the statement") @PathParam("number") int number,
            @Parameter(description = "ETag of the statement") @HeaderParam("If-Match") @Nullable String ifMatch,
            Reading<DeliveryBody.Rejection> body) {
        var step = new Approving.Step(access.requireOwn(id), number, ifMatch, access.person());
        return approving.reject(step, body).shown();
    }
}
