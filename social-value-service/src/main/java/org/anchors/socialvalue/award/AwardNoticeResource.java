package org.anchors.socialvalue.award;

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
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The notice of an award. */
@Path("/procurements/{id}/award/notice")
@Tag(name = "Awards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AwardNoticeResource {

    private final Procurements procurements;
    private final Announcing announcing;
    private final Awards awards;

    AwardNoticeResource(Procurements procurements, Announcing announcing, Awards awards) {
        this.procurements = procurements;
        this.announcing = announcing;
        this.awards = awards;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "announceAward",
            summary = "Record the notice of the award, which begins the standstill of the regime")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AwardBody.Notice.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "The award with the last day of its standstill; the ETag names the procurement's new version.",
            content = @Content(schema = @Schema(implementation = Award.class)))
    public Response announce(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch,
            Reading<AwardBody.Notice> body) {
        return shown(announcing.announce(procurements.requireForStep(id, ifMatch), body));
    }

    private Response shown(Procurement procurement) {
        return awards.of(procurement).under(procurement.tagged());
    }
}
