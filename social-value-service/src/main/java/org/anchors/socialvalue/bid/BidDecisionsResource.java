package org.anchors.socialvalue.bid;

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

/** Which of several bids under one bidder's identifier count; each decision takes two people. */
@Path("/procurements/{id}/bids/{reference}")
@Tag(name = "Bids")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BidDecisionsResource {

    private final Procurements procurements;
    private final Bids bids;
    private final SettingAside settingAside;

    BidDecisionsResource(Procurements procurements, Bids bids, SettingAside settingAside) {
        this.procurements = procurements;
        this.bids = bids;
        this.settingAside = settingAside;
    }

    @POST
    @Path("/setting-aside")
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
    @Path("/confirmation")
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
}
