package org.anchors.socialvalue.award;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.anchors.socialvalue.result.Insiders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who wins. */
@Path("/procurements/{id}/award")
@Tag(name = "Awards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AwardResource {

    private final Procurements procurements;
    private final Insiders insiders;
    private final Awarding awarding;
    private final Awards awards;

    AwardResource(Procurements procurements, Insiders insiders, Awarding awarding, Awards awards) {
        this.procurements = procurements;
        this.insiders = insiders;
        this.awarding = awarding;
        this.awards = awards;
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readAward", summary = "What was decided on each lot, and until when the contracts wait")
    @APIResponse(
            responseCode = "200",
            description = "The award; the ETag is that of the procurement.",
            content = @Content(schema = @Schema(implementation = Award.class)))
    public Response read(@Parameter(description = "Id of the procurement") @PathParam("id") String id) {
        return shown(insiders.require(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "decideAward",
            summary =
                    "Decide on every lot: the bid of the first rank wins, or nobody; assessment summaries can be read from then on")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AwardBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The award; the ETag names the procurement's new version.",
            content = @Content(schema = @Schema(implementation = Award.class)))
    public Response decide(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch,
            Reading<AwardBody> body) {
        return shown(awarding.decide(procurements.requireForStep(id, ifMatch), body));
    }

    private Response shown(Procurement procurement) {
        return awards.of(procurement).under(procurement.tagged());
    }
}
