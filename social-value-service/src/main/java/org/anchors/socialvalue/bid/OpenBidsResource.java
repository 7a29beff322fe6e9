package org.anchors.socialvalue.bid;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.panel.Panel;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The opening, and the bids from then on: for the buyer's officers, the evaluators appointed, and the auditor. */
@Path("/procurements/{id}")
@Tag(name = "Bids")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OpenBidsResource {

    private final Procurements procurements;
    private final Bids bids;
    private final Opening opening;
    private final SettingAside settingAside;
    private final Panel panel;
    private final Caller caller;

    OpenBidsResource(
            Procurements procurements,
            Bids bids,
            Opening opening,
            SettingAside settingAside,
            Panel panel,
            Caller caller) {
        this.procurements = procurements;
        this.bids = bids;
        this.opening = opening;
        this.settingAside = settingAside;
        this.panel = panel;
        this.caller = caller;
    }

    /** How far the opening has come. */
    @Schema(name = "Opening", description = "How far the opening has come.")
    record View(Stage.State state, List<Opening.Opener> openers) {}

    @POST
    @Path("/opening")
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "openBids",
            summary =
                    "Open the bids after the deadline, which takes two people; prices stay sealed until the marks are final")
    @APIResponse(
            responseCode = "200",
            description = "Who has opened; after the second the bids can be read. The ETag is that of the procurement.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response open(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch) {
        return shown(opening.open(procurements.requireForStep(id, ifMatch)));
    }

    @GET
    @Path("/opening")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readOpening", summary = "Who has opened the bids so far")
    @APIResponse(
            responseCode = "200",
            description = "Who has opened. The ETag is that of the procurement.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response opening(@Parameter(description = "Id of the procurement") @PathParam("id") String id) {
        return shown(procurements.requireInside(id));
    }

    @GET
    @Path("/bids")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listBids", summary = "The bids once they are opened, by reference")
    public Page<BidView> list(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue("20") int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var procurement = requireOpen(id);
        return Page.of(bids.behind(procurement.id(), Page.after(after), most + 1), most, BidView::reference);
    }

    @GET
    @Path("/bids/{reference}")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readBid", summary = "A bid once it is opened")
    public BidView read(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Reference of the bid") @PathParam("reference") String reference) {
        var procurement = requireOpen(id);
        return bids.shown(procurement.id(), reference).orElseThrow(() -> Refused.notFound("The bid " + reference));
    }

    @POST
    @Path("/bids/{reference}/setting-aside")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "setBidAside",
            summary =
                    "Let another bid under the same bidder's identifier count instead of this one, which takes two people")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SettingAside.Why.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "The bid, which stays as it is and counts no more from the second of them on. The ETag is that"
                            + " of the procurement.",
            content = @Content(schema = @Schema(implementation = BidView.class)))
    public Response setAside(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Reference of the bid") @PathParam("reference") String reference,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch,
            Reading<SettingAside.Why> body) {
        var reason = body.orRefuse().reason();
        return shown(settingAside.setAside(procurements.requireForStep(id, ifMatch), reference, reason), reference);
    }

    @POST
    @Path("/bids/{reference}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "confirmBid",
            summary = "Let this bid count whatever else was lodged under its bidder's identifier, also where it was"
                    + " set aside; takes two people, before anybody marks")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SettingAside.Why.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "The bid, which counts for good from the second of them on. The ETag is that of the procurement.",
            content = @Content(schema = @Schema(implementation = BidView.class)))
    public Response confirm(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Reference of the bid") @PathParam("reference") String reference,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch,
            Reading<SettingAside.Why> body) {
        var reason = body.orRefuse().reason();
        return shown(settingAside.confirm(procurements.requireForStep(id, ifMatch), reference, reason), reference);
    }

    private Response shown(Procurement procurement, String reference) {
        return Response.ok(bids.shown(procurement.id(), reference).orElseThrow())
                .header("ETag", procurement.tagged().tag())
                .build();
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

    private Response shown(Procurement procurement) {
        return Response.ok(new View(procurement.stage().state(), opening.openers(procurement)))
                .header("ETag", procurement.tagged().tag())
                .build();
    }
}
