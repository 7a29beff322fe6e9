package org.anchors.socialvalue.marking;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.UpTo;
import org.anchors.socialvalue.evaluation.InTurn;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the evaluators agree on when all their marks are in; the procurement officer records it, and makes it final. */
@Path("/procurements/{id}/consensus")
@Tag(name = "Marks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ModerationResource {

    private final Procurements procurements;
    private final Moderation moderation;
    private final Finishing finishing;

    ModerationResource(Procurements procurements, Moderation moderation, Finishing finishing) {
        this.procurements = procurements;
        this.moderation = moderation;
        this.finishing = finishing;
    }

    /** How far the marks have come. */
    @Schema(name = "ConsensusState", description = "How far the marks have come.")
    record Progress(Stage.State state) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @InTurn
    @Operation(
            operationId = "recordConsensus",
            summary =
                    "Record one mark with its reason for each question of some bids, and whether they passed the gates;"
                            + " needs the marks of all evaluators, but for those released")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MarkedBid.Consensus.class)))
    @APIResponse(
            responseCode = "200",
            description = "Recorded; the ETag names the procurement's new version.",
            content = @Content(schema = @Schema(implementation = Progress.class)))
    public Response agree(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch,
            @UpTo(bytes = MarksResource.LARGEST, tokens = MarksResource.MOST_TOKENS)
                    Reading<MarkedBid.Consensus> body) {
        return shown(moderation.agree(procurements.requireForStep(id, ifMatch), body));
    }

    @POST
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "completeConsensus",
            summary =
                    "Make the recorded marks, gates and rulings final; from then on prices can be read. Where commitments are"
                            + " ruled out it takes another person than the one who recorded that")
    @APIResponse(
            responseCode = "200",
            description = "The marks are final; the ETag names the procurement's new version.",
            content = @Content(schema = @Schema(implementation = Progress.class)))
    public Response complete(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch) {
        return shown(finishing.complete(procurements.requireForStep(id, ifMatch)));
    }

    private static Response shown(Procurement procurement) {
        return Response.ok(new Progress(procurement.stage().state()))
                .header("ETag", procurement.tagged().tag())
                .build();
    }
}
