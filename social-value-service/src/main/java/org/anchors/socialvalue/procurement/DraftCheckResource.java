package org.anchors.socialvalue.procurement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A draft looked through as it stands, without a change. */
@Path("/procurements/{id}/check")
@Tag(name = "Procurements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DraftCheckResource {

    private final Procurements procurements;
    private final Drafts drafts;
    private final DraftChecks checks;

    DraftCheckResource(Procurements procurements, Drafts drafts, DraftChecks checks) {
        this.procurements = procurements;
        this.drafts = drafts;
        this.checks = checks;
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "checkProcurement",
            summary = "What would keep a draft from being published now, and what its methodologies do with dummy bids")
    public DraftChecks.Checked check(@Parameter(description = "Id of the procurement") @PathParam("id") String id) {
        var procurement = procurements.requireSeen(id);
        procurement.stage().as(Stage.Draft.class);
        return checks.check(drafts.reading(procurement).value(), procurement.buyer());
    }
}
