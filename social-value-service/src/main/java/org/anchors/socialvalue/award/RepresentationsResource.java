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
import org.anchors.kit.idempotency.Idempotency;
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

/** What is objected to an award; its contracts wait until all is answered. */
@Path("/procurements/{id}/award/representations")
@Tag(name = "Awards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RepresentationsResource {

    private final Procurements procurements;
    private final Objecting objecting;
    private final Awards awards;
    private final Idempotency idempotency;

    RepresentationsResource(Procurements procurements, Objecting objecting, Awards awards, Idempotency idempotency) {
        this.procurements = procurements;
        this.objecting = objecting;
        this.awards = awards;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "receiveRepresentation",
            summary = "Record what somebody objects to the award; no contract is entered into before it is answered")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Representation.Sent.class)))
    @APIResponse(
            responseCode = "201",
            description = "The award with what is objected to it.",
            content = @Content(schema = @Schema(implementation = Award.class)))
    public Response receive(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(required = true, description = "A new key for each, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch,
            Reading<Representation.Sent> body) {
        return idempotency.once(key, "receive-representation %s %s".formatted(id, body.digest()), () -> {
            var next = objecting.receive(procurements.requireForStep(id, ifMatch), body);
            return new Idempotency.Created(
                    "/api/social-value/v1/%s/award".formatted(next.path()),
                    next.tagged().tag(),
                    awards.of(next));
        });
    }

    @POST
    @Path("/{number}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "answerRepresentation",
            summary = "Record what was decided upon it, and when that was communicated; some regimes wait on from then")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Representation.Answer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The award; the ETag names the procurement's new version.",
            content = @Content(schema = @Schema(implementation = Award.class)))
    public Response answer(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Number of what was objected") @PathParam("number") int number,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch,
            Reading<Representation.Answer> body) {
        return shown(objecting.answer(procurements.requireForStep(id, ifMatch), number, body));
    }

    private Response shown(Procurement procurement) {
        return Response.ok(awards.of(procurement))
                .header("ETag", procurement.tagged().tag())
                .build();
    }
}
