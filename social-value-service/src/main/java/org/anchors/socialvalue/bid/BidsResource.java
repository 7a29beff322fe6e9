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
import java.time.Instant;
import java.util.function.Function;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.UpTo;
import org.anchors.kit.idempotency.Idempotency;
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

/**
 * Bids on their way into their envelopes. Bidders have no accounts: the buyer's portal lodges for them, or an officer does. What
 * is lodged nobody reads before the opening, not even whoever lodged it.
 */
@Path("/procurements/{id}/bids")
@Tag(name = "Bids")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BidsResource {

    /** Room for answers to 200 questions. */
    private static final int LARGEST = 4_000_000;

    private static final int MOST_TOKENS = 200_000;

    private final Procurements procurements;
    private final Lodging lodging;
    private final Idempotency idempotency;

    BidsResource(Procurements procurements, Lodging lodging, Idempotency idempotency) {
        this.procurements = procurements;
        this.lodging = lodging;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "lodgeBid",
            summary = "Lodge a bid before the deadline; it is sealed at once, and nobody reads it before the opening")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Lodgement.class)))
    @APIResponse(
            responseCode = "201",
            description = "The bid was received. What it says can be read at Location once the bids are opened.",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    public Response lodge(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(required = true, description = "A new key for each new bid, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @UpTo(bytes = LARGEST, tokens = MOST_TOKENS) Reading<Lodgement> body) {
        var procurement = procurements.requireForWork(id);
        return received(procurement, key, "lodge-bid", body, of -> lodging.lodge(of, body));
    }

    @POST
    @Path("/{reference}/replacement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "replaceBid",
            summary = "Replace a bid by another one before the deadline; nothing is left of the earlier one")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Lodgement.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new bid was received, and the earlier one is gone.",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    public Response replace(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Reference on the receipt of the earlier bid") @PathParam("reference")
                    String reference,
            @Parameter(required = true, description = "A new key for each new bid, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Parameter(description = "ETag that came with the receipt") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @UpTo(bytes = LARGEST, tokens = MOST_TOKENS) Reading<Lodgement> body) {
        SealedBids.LODGED.require(ifMatch);
        var procurement = procurements.requireForWork(id);
        return received(procurement, key, "replace-bid " + reference, body, of -> lodging.replace(of, reference, body));
    }

    @POST
    @Path("/{reference}/withdrawal")
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "withdrawBid",
            summary = "Withdraw a bid before the deadline; nothing is left of what it said")
    @APIResponse(
            responseCode = "200",
            description = "The bid is gone.",
            content = @Content(schema = @Schema(implementation = Withdrawn.class)))
    public Response withdraw(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Reference on the receipt") @PathParam("reference") String reference,
            @Parameter(description = "ETag that came with the receipt") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        SealedBids.LODGED.require(ifMatch);
        var at = lodging.withdraw(procurements.requireForWork(id), reference);
        return Response.ok(new Withdrawn(reference, at)).build();
    }

    /** That a bid is gone. */
    @Schema(name = "BidWithdrawal", description = "That a bid is gone.")
    record Withdrawn(
            String reference,

            @Schema(description = "Since when, by the clock of the database")
            Instant at) {}

    private Response received(
            Procurement procurement,
            @Nullable String key,
            String deed,
            Reading<Lodgement> body,
            Function<Procurement, Receipt> work) {
        var request = "%s %s %s".formatted(deed, procurement.id(), lodging.nameOf(procurement, body));
        return idempotency.once(key, request, () -> {
            var receipt = work.apply(procurement);
            return new Idempotency.Created(
                    "/api/social-value/v1/%s/bids/%s".formatted(procurement.path(), receipt.reference()),
                    SealedBids.LODGED.tag(),
                    receipt);
        });
    }
}
