package org.anchors.socialvalue.delivery;

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
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is delivered under a contract, period by period. */
@Path("/contracts/{id}/deliveries")
@Tag(name = "Contracts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DeliveriesResource {

    private final Deliveries deliveries;
    private final Delivering delivering;
    private final DeliveryAccess access;
    private final Idempotency idempotency;

    DeliveriesResource(Deliveries deliveries, Delivering delivering, DeliveryAccess access, Idempotency idempotency) {
        this.deliveries = deliveries;
        this.delivering = delivering;
        this.access = access;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "recordDelivery",
            summary = "State what the supplier delivered in a period, with evidence, or correct an approved statement")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DeliveryBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The statement; it counts once it is approved.",
            content = @Content(schema = @Schema(implementation = Delivery.class)))
    public Response record(
            @Parameter(description = "Id of the contract") @PathParam("id") String id,
            @Parameter(required = true, description = "A new key for each statement, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            Reading<DeliveryBody> body) {
        var contract = access.requireOwn(id);
        return idempotency.once(key, "record-delivery %s %s".formatted(id, body.digest()), () -> {
            var delivery = delivering.record(contract, body, access.person());
            return new Idempotency.Created(
                    "/api/social-value/v1/contracts/%s/deliveries/%d".formatted(contract.id(), delivery.number()),
                    delivery.tagged().tag(),
                    delivery);
        });
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listDeliveries", summary = "All statements of a contract by number, page by page")
    public Page<Delivery> list(
            @Parameter(description = "Id of the contract") @PathParam("id") String id,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var contract = access.require(id);
        return Page.of(
                deliveries.behind(contract.id(), number(Page.after(after)), most + 1),
                most,
                delivery -> String.valueOf(delivery.number()));
    }

    private static int number(String after) {
        try {
            return after.isEmpty() ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException foreign) {
            throw Page.foreign(after);
        }
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readDelivery", summary = "A statement of what was delivered, and what became of it")
    @APIResponse(
            responseCode = "200",
            description = "The statement; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = Delivery.class)))
    public Response read(
            @Parameter(description = "Id of the contract") @PathParam("id") String id,
            @Parameter(description = "Number of the statement") @PathParam("number") int number) {
        return deliveries.require(access.require(id).id(), number).shown();
    }
}
