package org.anchors.socialvalue.procurement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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

/** A procurement comes to an end without a contract. */
@Path("/procurements/{id}/cancellation")
@Tag(name = "Procurements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CancellationResource {

    private final Procurements procurements;
    private final Cancelling cancelling;
    private final ProcurementPages pages;

    CancellationResource(Procurements procurements, Cancelling cancelling, ProcurementPages pages) {
        this.procurements = procurements;
        this.cancelling = cancelling;
        this.pages = pages;
    }

    /** Why nothing comes of it. */
    @Schema(name = "Cancellation", description = "Why a procurement is cancelled.")
    record Cancellation(
            @NotBlank(message = "Give the reason.") @Size(max = 2_000, message = "At most 2,000 characters.")
            String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "cancelProcurement",
            summary =
                    "End a procurement before its contract, with the reason; bids that were not opened stay shut for ever")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Cancellation.class)))
    @APIResponse(
            responseCode = "200",
            description = "The cancelled procurement; its ETag names the new version.",
            content = @Content(schema = @Schema(implementation = ProcurementView.class)))
    public Response cancel(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of the version that you cancel") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            Reading<Cancellation> body) {
        var reason = body.orRefuse().reason();
        return pages.shown(cancelling.cancel(procurements.requireForStep(id, ifMatch), reason));
    }
}
