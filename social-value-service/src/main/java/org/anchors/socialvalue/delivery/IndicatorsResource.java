package org.anchors.socialvalue.delivery;

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
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the supplier of a contract is measured by, in public; published once. */
@Path("/contracts/{id}/indicators")
@Tag(name = "Contracts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IndicatorsResource {

    private final RatedIndicators indicators;
    private final PublishingIndicators publishing;
    private final DeliveryAccess access;
    private final Idempotency idempotency;

    IndicatorsResource(
            RatedIndicators indicators,
            PublishingIndicators publishing,
            DeliveryAccess access,
            Idempotency idempotency) {
        this.indicators = indicators;
        this.publishing = publishing;
        this.access = access;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({
        Role.PROCUREMENT_OFFICER,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.ANCHOR_TEAM,
        Role.PARTNER_REPORTER,
        Role.PARTNER_APPROVER,
        Role.PROGRAMME_PROVIDER,
        Role.OPERATOR
    })
    @Transactional
    @Operation(
            operationId = "readIndicators",
            summary =
                    "What the supplier of a contract is measured by, with the newest ratings; to everybody with a role")
    @APIResponse(
            responseCode = "200",
            description = "The indicators as they are published.",
            content = @Content(schema = @Schema(implementation = RatedIndicators.Published.class)))
    public Response read(@Parameter(description = "Id of the contract") @PathParam("id") String id) {
        return access.find(id)
                .flatMap(indicators::of)
                .map(published -> Response.ok(published).build())
                .orElseThrow(() -> Refused.notFound("The contract " + id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "publishIndicators",
            summary =
                    "Publish what the supplier is measured by, where that was not done with the contract's confirmation")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = IndicatorsBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The indicators as they are published.",
            content = @Content(schema = @Schema(implementation = IndicatorsBody.class)))
    public Response publish(
            @Parameter(description = "Id of the contract") @PathParam("id") String id,
            @Parameter(required = true, description = "A new key, the same when you send it again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            Reading<IndicatorsBody> body) {
        var contract = access.requireOwn(id);
        return idempotency.once(key, "publish-indicators %s %s".formatted(id, body.digest()), () -> {
            publishing.publish(contract, body);
            return new Idempotency.Created("/api/social-value/v1/contracts/" + contract.id(), null, body.value());
        });
    }
}
