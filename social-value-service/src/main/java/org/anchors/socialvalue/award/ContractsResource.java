package org.anchors.socialvalue.award;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Contracts;
import org.anchors.socialvalue.contract.Obligation;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.result.Insiders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The contracts that come of a procurement. */
@Path("/procurements/{id}/contracts")
@Tag(name = "Awards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ContractsResource {

    private final Procurements procurements;
    private final Insiders insiders;
    private final Contracting contracting;
    private final Contracts contracts;
    private final Idempotency idempotency;

    ContractsResource(
            Procurements procurements,
            Insiders insiders,
            Contracting contracting,
            Contracts contracts,
            Idempotency idempotency) {
        this.procurements = procurements;
        this.insiders = insiders;
        this.contracting = contracting;
        this.contracts = contracts;
        this.idempotency = idempotency;
    }

    /** A contract with all that the supplier owes. */
    @Schema(name = "SignedContract", description = "A contract with all that the supplier owes under it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WithObligations(Contract contract, List<Obligation> obligations) {}

    /** The contracts of a procurement. */
    @Schema(name = "ProcurementContracts", description = "The contracts of a procurement, by lot.")
    record View(Stage.State state, List<WithObligations> contracts) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readContractsOfProcurement",
            summary = "The contracts of a procurement, by lot, with what the suppliers owe")
    @APIResponse(
            responseCode = "200",
            description = "The contracts; the ETag is that of the procurement.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response read(@Parameter(description = "Id of the procurement") @PathParam("id") String id) {
        var procurement = insiders.require(id);
        return Response.ok(view(procurement))
                .header("ETag", procurement.tagged().tag())
                .build();
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
            content = @Content(schema = @Schema(implementation = View.class)))
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
                    view(contracted));
        });
    }

    private View view(Procurement procurement) {
        var owed = contracts.obligationsOf(procurement.id());
        return new View(
                procurement.stage().state(),
                contracts.of(procurement.id()).stream()
                        .map(contract -> new WithObligations(contract, owed.getOrDefault(contract.id(), List.of())))
                        .toList());
    }
}
