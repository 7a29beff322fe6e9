package org.anchors.socialvalue.bid;

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
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.panel.Panel;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The bids from the opening on: for the buyer's officers, the evaluators appointed, and the auditor. */
@Path("/procurements/{id}/bids")
@Tag(name = "Bids")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OpenBidsResource {

    private final Procurements procurements;
    private final Bids bids;
    private final Panel panel;
    private final Caller caller;

    OpenBidsResource(Procurements procurements, Bids bids, Panel panel, Caller caller) {
        this.procurements = procurements;
        this.bids = bids;
        this.panel = panel;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listBids", summary = "The bids once they are opened, by reference")
    public Page<BidView> list(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "How many to a page, 1 to 200; fewer where they are large")
                    @QueryParam("limit")
                    @DefaultValue("20")
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var procurement = requireOpen(id);
        return bids.behind(procurement.id(), Page.after(after), most);
    }

    @GET
    @Path("/{reference}")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readBid", summary = "A bid once it is opened")
    public BidView read(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Reference of the bid") @PathParam("reference") String reference) {
        var procurement = requireOpen(id);
        return bids.shown(procurement.id(), reference).orElseThrow(() -> Refused.notFound("The bid " + reference));
    }

    /** The same answer whatever was lodged: before the opening neither a list nor a reference tells anything. */
    private Procurement requireOpen(String id) {
        var procurement = procurements.requireInside(id);
        if (caller.has(Role.EVALUATOR) && !caller.has(Role.PROCUREMENT_OFFICER)) {
            panel.requireCaller(procurement);
        }
        if (procurement.stage() instanceof Stage.Draft || procurement.stage() instanceof Stage.Published) {
            throw new Refused(
                    BidRefusal.BIDS_SEALED, "Nobody reads them before two people have opened them after the deadline.");
        }
        return procurement;
    }
}
