package org.anchors.socialvalue.panel;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

/** The evaluators of a procurement. */
@Path("/procurements/{id}/evaluators")
@Tag(name = "Marks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PanelResource {

    private final Procurements procurements;
    private final Panel panel;
    private final Appointment appointment;

    PanelResource(Procurements procurements, Panel panel, Appointment appointment) {
        this.procurements = procurements;
        this.panel = panel;
        this.appointment = appointment;
    }

    /** Who is to mark. */
    @Schema(name = "PanelList", description = "Who is to mark the bids.")
    record Accounts(
            @NotNull(message = "Name the evaluators.")
            @Size(min = 1, max = 20, message = "1 to 20 evaluators.")
            @Schema(description = "Names of their accounts", examples = "[\"evaluator-one\", \"evaluator-two\"]")
            List<
                            @NotNull(message = "An account cannot be null.")
                            @Pattern(regexp = "[A-Za-z0-9._@-]{1,100}", message = "Name an account.") String>
                    evaluators) {}

    /** Why the others go on without an evaluator. */
    @Schema(name = "EvaluatorRelease", description = "Why the others go on without an evaluator's marks.")
    record Reason(
            @NotBlank(message = "Give the reason.") @Size(max = 2_000, message = "At most 2,000 characters.")
            String reason) {}

    /** The evaluators with what they have to do. */
    @Schema(name = "Panel", description = "Who marks the bids, and whose marks are in.")
    record View(List<Evaluator> evaluators) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readEvaluators", summary = "Who marks the bids, and whose marks are in")
    @APIResponse(
            responseCode = "200",
            description = "The evaluators by account; the ETag is that of the procurement.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response read(@Parameter(description = "Id of the procurement") @PathParam("id") String id) {
        return shown(procurements.requireInside(id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "appointEvaluators",
            summary =
                    "Say who marks the bids; once the bids are opened evaluators are only added, or released with a reason")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Accounts.class)))
    @APIResponse(
            responseCode = "200",
            description = "The evaluators; the ETag names the procurement's new version.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response appoint(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch,
            Reading<Accounts> body) {
        var procurement = procurements.requireForStep(id, ifMatch);
        return shown(appointment.appoint(procurement, body));
    }

    @POST
    @Path("/{account}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "releaseEvaluator",
            summary = "Go on without an evaluator whose marks are not in, with the reason")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(
            responseCode = "200",
            description = "The evaluators; the ETag names the procurement's new version.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response release(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Name of the evaluator's account") @PathParam("account") String account,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch,
            Reading<Reason> body) {
        var reason = body.orRefuse().reason();
        return shown(appointment.release(procurements.requireForStep(id, ifMatch), account, reason));
    }

    private Response shown(Procurement procurement) {
        return Response.ok(new View(panel.of(procurement.id())))
                .header("ETag", procurement.tagged().tag())
                .build();
    }
}
