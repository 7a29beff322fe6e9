package org.anchors.socialvalue.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.socialvalue.bundle.BundlesResource;
import org.anchors.socialvalue.evaluation.RobustnessView;
import org.anchors.socialvalue.result.KeptBundles;
import org.anchors.socialvalue.result.KeptRobustness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be asked of the evaluation of a lot once it is there. */
@Path("/procurements/{id}/evaluation/{lot}")
@Tag(name = "Evaluations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReviewResource {

    private final EvaluatedLots lots;
    private final KeptBundles bundles;
    private final KeptRobustness robustness;
    private final Concerns concerns;

    ReviewResource(EvaluatedLots lots, KeptBundles bundles, KeptRobustness robustness, Concerns concerns) {
        this.lots = lots;
        this.bundles = bundles;
        this.robustness = robustness;
        this.concerns = concerns;
    }

    /** What should be clarified with bidders beside what the evaluation flags. */
    @Schema(name = "LotConcerns", description = "What should be clarified with bidders; it rejects nothing by itself.")
    record View(List<Concerns.Claimed> claimedInAnotherContract) {}

    @GET
    @Path("/bundle")
    @Produces(BundlesResource.ZIP)
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "bundleLotEvaluation",
            summary = "The evaluation of a lot with all that it follows from, to be verified without this platform")
    @APIResponse(
            responseCode = "200",
            description = "The bundle; ./anchor verify-evaluation verifies it. Its ETag is its SHA-256.",
            content =
                    @Content(
                            mediaType = BundlesResource.ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response bundle(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Key of the lot; whole, where there are none") @PathParam("lot") String lot) {
        var evaluated = lots.require(id, lot);
        return BundlesResource.answer(bundles.of(evaluated.procurement(), evaluated.evaluation()));
    }

    @GET
    @Path("/robustness")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readLotRobustness",
            summary = "How robust the ranking of a lot is and how far its evaluators agree; no part of the score")
    @APIResponse(
            responseCode = "200",
            description = "The same whenever it is asked for.",
            content = @Content(schema = @Schema(implementation = RobustnessView.class)))
    public String robustness(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Key of the lot; whole, where there are none") @PathParam("lot") String lot) {
        var evaluated = lots.require(id, lot);
        return robustness.of(evaluated.procurement(), evaluated.evaluation());
    }

    @GET
    @Path("/concerns")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readLotConcerns",
            summary =
                    "Commitments that the same supplier has promised in another contract already, with whichever buyer, or for"
                            + " another lot or in another award of yours; to be clarified")
    public View concerns(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Key of the lot; whole, where there are none") @PathParam("lot") String lot) {
        var evaluated = lots.require(id, lot);
        return new View(concerns.of(lots.inputs(evaluated), evaluated.procurement()));
    }
}
