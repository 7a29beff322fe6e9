package org.anchors.socialvalue.procurement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.UpTo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One procurement: read as it stands, changed while it is a draft. */
@Path("/procurements/{id}")
@Tag(name = "Procurements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProcurementResource {

    private final Procurements procurements;
    private final ProcurementPages pages;
    private final Drafting drafting;

    ProcurementResource(Procurements procurements, ProcurementPages pages, Drafting drafting) {
        this.procurements = procurements;
        this.pages = pages;
        this.drafting = drafting;
    }

    @GET
    @RolesAllowed({
        Role.PROCUREMENT_OFFICER,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.ANCHOR_TEAM,
        Role.PARTNER_REPORTER,
        Role.PARTNER_APPROVER,
        Role.PROGRAMME_PROVIDER,
        Role.OPERATOR
    })
    @Transactional
    @Operation(operationId = "readProcurement", summary = "A procurement as it stands, with its methodology")
    @APIResponse(
            responseCode = "200",
            description = "The procurement; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = ProcurementView.class)))
    public Response read(@Parameter(description = "Id of the procurement") @PathParam("id") String id) {
        return pages.shown(procurements.requireSeen(id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "changeProcurement",
            summary = "Replace a draft; faults against the rules are told and do not hinder")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProcurementBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The changed draft; its ETag names the new version.",
            content = @Content(schema = @Schema(implementation = ProcurementView.class)))
    public Response change(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of the version that you changed") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @UpTo(bytes = ProcurementsResource.LARGEST, tokens = ProcurementsResource.MOST_TOKENS)
                    Reading<ProcurementBody> body) {
        return pages.checked(drafting.change(procurements.requireForStep(id, ifMatch), body));
    }
}
