package org.anchors.socialvalue.procurement;

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
import org.anchors.kit.audit.Deed;
import org.anchors.kit.audit.Deeds;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what to a procurement. That bids were lodged stands there from their opening on. */
@Path("/procurements/{id}/history")
@Tag(name = "Procurements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProcurementHistoryResource {

    private final Procurements procurements;
    private final Deeds deeds;

    ProcurementHistoryResource(Procurements procurements, Deeds deeds) {
        this.procurements = procurements;
        this.deeds = deeds;
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readProcurementHistory",
            summary =
                    "Who did what to a procurement, from the audit trail, the first deed first; to its buyer and the auditor")
    public Page<Deed> history(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var procurement = procurements.requireInside(id);
        return Page.of(
                deeds.doneTo(procurement.path(), Page.afterNumber(after), most + 1),
                most,
                deed -> Long.toString(deed.entry()));
    }
}
