package org.anchors.socialvalue.bid;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The opening of the bids, which takes two people. */
@Path("/procurements/{id}/opening")
@Tag(name = "Bids")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OpeningResource {

    private final Procurements procurements;
    private final Opening opening;
    private final Openers openers;

    OpeningResource(Procurements procurements, Opening opening, Openers openers) {
        this.procurements = procurements;
        this.opening = opening;
        this.openers = openers;
    }

    /** How far the opening has come. */
    @Schema(name = "Opening", description = "How far the opening has come.")
    record View(Stage.State state, List<Openers.Opener> openers) {}

    @POST
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "openBids",
            summary =
                    "Open the bids after the deadline, which takes two people; prices stay sealed until the marks are final")
    @APIResponse(
            responseCode = "200",
            description = "Who has opened; after the second the bids can be read. The ETag is that of the procurement.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response open(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch) {
        return shown(opening.open(procurements.requireForStep(id, ifMatch)));
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readOpening", summary = "Who has opened the bids so far")
    @APIResponse(
            responseCode = "200",
            description = "Who has opened. The ETag is that of the procurement.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response opening(@Parameter(description = "Id of the procurement") @PathParam("id") String id) {
        return shown(procurements.requireInside(id));
    }

    private Response shown(Procurement procurement) {
        return Response.ok(new View(procurement.stage().state(), openers.of(procurement)))
                .header("ETag", procurement.tagged().tag())
                .build();
    }
}
