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
import org.anchors.socialvalue.contract.Contracts;
import org.anchors.socialvalue.procurement.Procurements;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A buyer confirms that it has entered into the contracts of an award. */
@Path("/procurements/{id}/contracts")
@Tag(name = "Awards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EnteringResource {

    private final Procurements procurements;
    private final Contracting contracting;
    private final Contracts contracts;
    private final Idempotency idempotency;

    EnteringResource(Procurements procurements, Contracting contracting, Contracts contracts, Idempotency idempotency) {
        this.procurements = procurements;
        this.contracting = contracting;
        this.contracts = contracts;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "confirmContracts",
            summary = "Confirm that the contracts of all lots awarded were entered into, after the standstill")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ConfirmationBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The contracts with what the suppliers owe.",
            content = @Content(schema = @Schema(implementation = ContractsResource.View.class)))
    public Response confirm(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(required = true, description = "A new key, the same when you send it again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch,
            Reading<ConfirmationBody> body) {
        return idempotency.once(key, "confirm-contracts %s %s".formatted(id, body.digest()), () -> {
            var contracted = contracting.confirm(procurements.requireForStep(id, ifMatch), body);
            return new Idempotency.Created(
                    "/api/social-value/v1/%s/contracts".formatted(contracted.path()),
                    contracted.tagged().tag(),
                    ContractsResource.View.of(contracted, contracts));
        });
    }
}
