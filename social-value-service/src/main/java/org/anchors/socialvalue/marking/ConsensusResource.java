package org.anchors.socialvalue.marking;

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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.anchors.socialvalue.procurement.Procurements;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the evaluators have agreed on. */
@Path("/procurements/{id}/consensus")
@Tag(name = "Marks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConsensusResource {

    private final Procurements procurements;
    private final Agreements agreements;
    private final VisibleMarks visible;

    ConsensusResource(Procurements procurements, Agreements agreements, VisibleMarks visible) {
        this.procurements = procurements;
        this.agreements = agreements;
        this.visible = visible;
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readConsensus",
            summary = "What was agreed on, by bid; to evaluators once their marks are in")
    @APIResponse(
            responseCode = "200",
            description = "What was agreed on; the ETag is that of the procurement.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response read(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "How many bids to a page, 1 to 200; fewer where they are large")
                    @QueryParam("limit")
                    @DefaultValue("20")
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var procurement = procurements.requireInside(id);
        visible.requireOwnIn(procurement);
        var page = agreements.behind(procurement.id(), Page.after(after), most);
        return Response.ok(new View(page.items(), page.next()))
                .header("ETag", procurement.tagged().tag())
                .build();
    }

    /** A page of what was agreed on. */
    @Schema(name = "ConsensusPage", description = "What was agreed on, by bid.")
    record View(List<Agreements.View> items, @Nullable String next) {}
}
