package org.anchors.socialvalue.award;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Contracts;
import org.anchors.socialvalue.contract.Obligation;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.result.Insiders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The contracts that come of a procurement. */
@Path("/procurements/{id}/contracts")
@Tag(name = "Awards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ContractsResource {

    private final Insiders insiders;
    private final Contracts contracts;

    ContractsResource(Insiders insiders, Contracts contracts) {
        this.insiders = insiders;
        this.contracts = contracts;
    }

    /** A contract with all that the supplier owes. */
    @Schema(name = "SignedContract", description = "A contract with all that the supplier owes under it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WithObligations(Contract contract, List<Obligation> obligations) {}

    /** The contracts of a procurement. */
    @Schema(name = "ProcurementContracts", description = "The contracts of a procurement, by lot.")
    record View(Stage.State state, List<WithObligations> contracts) {

        static View of(Procurement procurement, Contracts contracts) {
            var owed = contracts.obligationsOf(procurement.id());
            return new View(
                    procurement.stage().state(),
                    contracts.of(procurement.id()).stream()
                            .map(contract -> new WithObligations(contract, owed.getOrDefault(contract.id(), List.of())))
                            .toList());
        }
    }

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
        return Response.ok(View.of(procurement, contracts))
                .header("ETag", procurement.tagged().tag())
                .build();
    }
}
