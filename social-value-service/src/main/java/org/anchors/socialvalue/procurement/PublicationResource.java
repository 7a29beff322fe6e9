package org.anchors.socialvalue.procurement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A procurement goes out to bidders. */
@Path("/procurements/{id}/publication")
@Tag(name = "Procurements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PublicationResource {

    private final Procurements procurements;
    private final Publishing publishing;
    private final Drafts drafts;
    private final ProcurementPages pages;

    PublicationResource(Procurements procurements, Publishing publishing, Drafts drafts, ProcurementPages pages) {
        this.procurements = procurements;
        this.publishing = publishing;
        this.drafts = drafts;
        this.pages = pages;
    }

    @POST
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "publishProcurement",
            summary =
                    "Publish a draft without faults: its methodology is frozen and hashed, and bids are taken; the answer"
                            + " warns of what its methodologies do with dummy bids")
    @APIResponse(
            responseCode = "200",
            description = "The published procurement; its ETag names the new version.",
            content = @Content(schema = @Schema(implementation = ProcurementView.class)))
    public Response publish(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of the draft that you publish") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var draft = procurements.requireForStep(id, ifMatch);
        return pages.published(publishing.publish(draft, drafts.reading(draft)));
    }
}
