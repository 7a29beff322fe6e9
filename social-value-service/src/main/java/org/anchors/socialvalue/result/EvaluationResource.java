package org.anchors.socialvalue.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.socialvalue.evaluation.EvaluationRequest;
import org.anchors.socialvalue.evaluation.EvaluationView;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The evaluation of a procurement's bids, which never changes. */
@Path("/procurements/{id}/evaluation")
@Tag(name = "Evaluations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EvaluationResource {

    private final Procurements procurements;
    private final Insiders insiders;
    private final Evaluating evaluating;
    private final LotEvaluations evaluations;

    EvaluationResource(
            Procurements procurements, Insiders insiders, Evaluating evaluating, LotEvaluations evaluations) {
        this.procurements = procurements;
        this.insiders = insiders;
        this.evaluating = evaluating;
        this.evaluations = evaluations;
    }

    /** That a lot was evaluated. */
    @Schema(name = "LotEvaluation", description = "That a lot was evaluated.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            String lot,

            @Nullable
            @Schema(description = "The one bid of the first rank; absent where none is eligible or several share it")
            String winner,

            @Schema(description = "SHA-256 of the evaluation's bytes")
            String sha256,

            Instant evaluatedAt,
            String evaluatedBy) {}

    /** The evaluations of a procurement. */
    @Schema(name = "ProcurementEvaluation", description = "The evaluations of a procurement, by lot.")
    record View(Stage.State state, List<Listed> lots) {}

    @POST
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Transactional
    @Operation(
            operationId = "evaluateProcurement",
            summary = "Evaluate the bids by the frozen methodology and the final marks, once and for all")
    @APIResponse(
            responseCode = "200",
            description = "What was evaluated; the ETag names the procurement's new version.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response evaluate(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "ETag of the procurement") @HeaderParam("If-Match") @Nullable String ifMatch) {
        return shown(evaluating.evaluate(procurements.requireForStep(id, ifMatch)));
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listLotEvaluations",
            summary = "Which lots were evaluated, with the hash of each evaluation")
    @APIResponse(
            responseCode = "200",
            description = "The lots; the ETag is that of the procurement.",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response list(@Parameter(description = "Id of the procurement") @PathParam("id") String id) {
        return shown(insiders.require(id));
    }

    @GET
    @Path("/{lot}")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readLotEvaluation",
            summary =
                    "The evaluation of a lot, byte by byte as it was hashed, and as the stateless evaluation gives it")
    @APIResponse(
            responseCode = "200",
            description = "The evaluation; the ETag is its hash.",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    public Response read(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Key of the lot; whole, where there are none") @PathParam("lot") String lot) {
        var procurement = insiders.require(id).id();
        var evaluation = evaluations.require(procurement, lot);
        return shown(evaluation, evaluations.result(procurement, evaluation));
    }

    @GET
    @Path("/{lot}/request")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readLotEvaluationRequest",
            summary = "What a lot was evaluated from; posted to /evaluations it gives the same bytes again")
    @APIResponse(
            responseCode = "200",
            description = "The request; the ETag is the hash of the evaluation.",
            content = @Content(schema = @Schema(implementation = EvaluationRequest.class)))
    public Response request(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Key of the lot; whole, where there are none") @PathParam("lot") String lot) {
        var procurement = insiders.require(id).id();
        var evaluation = evaluations.require(procurement, lot);
        return shown(evaluation, evaluations.request(procurement, evaluation));
    }

    private static Response shown(LotEvaluation evaluation, byte[] json) {
        return Response.ok((StreamingOutput) out -> out.write(json))
                .header("ETag", evaluation.etag())
                .build();
    }

    private Response shown(Procurement procurement) {
        return Response.ok(new View(procurement.stage().state(), evaluations.listed(procurement.id())))
                .header("ETag", procurement.tagged().tag())
                .build();
    }
}
