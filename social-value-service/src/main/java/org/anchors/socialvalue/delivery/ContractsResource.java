package org.anchors.socialvalue.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Contracts;
import org.anchors.socialvalue.contract.Indicators;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Contracts after their award. */
@Path("/contracts")
@Tag(name = "Contracts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ContractsResource {

    private final Contracts contracts;
    private final Delivered delivered;
    private final Indicators indicators;
    private final DeliveryAccess access;

    ContractsResource(Contracts contracts, Delivered delivered, Indicators indicators, DeliveryAccess access) {
        this.contracts = contracts;
        this.delivered = delivered;
        this.indicators = indicators;
        this.access = access;
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listContracts",
            summary = "Contracts by key, page by page: your own, an auditor everybody's")
    public Page<Contract> list(
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        return Page.of(contracts.behind(Page.after(after), access.listed(), most + 1), most, Contract::key);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readContract",
            summary =
                    "A contract with what the supplier owes and what is delivered of it; only what is approved counts")
    public ContractView read(@Parameter(description = "Id of the contract") @PathParam("id") String id) {
        var contract = access.require(id);
        var owed = contracts.obligations(contract.id());
        return new ContractView(
                contract, owed, indicators.of(contract.id()), Progress.of(owed, delivered.counted(contract.id())));
    }
}
