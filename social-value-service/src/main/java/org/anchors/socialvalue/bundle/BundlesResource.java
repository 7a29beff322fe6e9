package org.anchors.socialvalue.bundle;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.UpTo;
import org.anchors.socialvalue.evaluation.EvaluationRequest;
import org.anchors.socialvalue.evaluation.EvaluationsResource;
import org.anchors.socialvalue.evaluation.InTurn;
import org.anchors.socialvalue.evaluation.SentBids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An evaluation of bids that are sent along, as a bundle to be kept; nothing is stored. */
@Path("/evaluations/bundle")
@Tag(name = "Evaluations")
@RunOnVirtualThread
public class BundlesResource {

    public static final String ZIP = "application/zip";

    private final SentBids sent;

    BundlesResource(SentBids sent) {
        this.sent = sent;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(ZIP)
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.ANCHOR_TEAM})
    @Transactional
    @InTurn
    @Operation(
            operationId = "bundleEvaluation",
            summary =
                    "Score bids and give the evaluation with all that it follows from, to be verified without this platform")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EvaluationRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The bundle; ./anchor verify-evaluation verifies it. Its ETag is its SHA-256.",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response bundle(
            @UpTo(bytes = EvaluationsResource.LARGEST_TRIED, tokens = EvaluationsResource.MOST_TOKENS)
                    Reading<EvaluationRequest> body) {
        return answer(Bundle.of(body.value(), sent.measuresOrRefuse(body)));
    }

    /** The file, with its hash. */
    public static Response answer(Bundle bundle) {
        return Response.ok((StreamingOutput) bundle::writeTo, ZIP)
                .header("ETag", "\"" + bundle.sha256() + "\"")
                .header("Content-Disposition", "attachment; filename=\"evaluation.zip\"")
                .build();
    }
}
