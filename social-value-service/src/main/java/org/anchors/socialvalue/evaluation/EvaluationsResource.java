package org.anchors.socialvalue.evaluation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.UpTo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scores bids that are sent along; nothing is stored. Evaluators have no part in it: they see no prices before they have marked. */
@Path("/evaluations")
@Tag(name = "Evaluations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class EvaluationsResource {

    /** Room for 500 bids of 64,000 bytes each: 200 marks with reasons of 200 characters, and 40 commitments. */
    public static final int LARGEST = 32_000_000;

    /** Of what is evaluated many times, or packed: that takes more memory for each byte. */
    public static final int LARGEST_TRIED = 16_000_000;

    /** Room for 500 bids with 200 marks, as many reasons, and 200 commitments each. */
    public static final int MOST_TOKENS = 2_000_000;

    private final SentBids sent;

    EvaluationsResource(SentBids sent) {
        this.sent = sent;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.ANCHOR_TEAM})
    @Transactional
    @InTurn
    @Operation(
            operationId = "evaluateBids",
            summary = "Score bids by a methodology, with the working of every mark; nothing is stored")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EvaluationRequest.class)))
    public EvaluationView evaluate(@UpTo(bytes = LARGEST, tokens = MOST_TOKENS) Reading<EvaluationRequest> body) {
        return Assessment.of(body.value(), sent.measuresOrRefuse(body));
    }

    @POST
    @Path("/robustness")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.ANCHOR_TEAM})
    @Transactional
    @InTurn
    @Operation(
            operationId = "tryRobustness",
            summary = "How robust the ranking of bids is, beside the score and no part of it; nothing is stored")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RobustnessRequest.class)))
    public RobustnessView robustness(
            @UpTo(bytes = LARGEST_TRIED, tokens = MOST_TOKENS) Reading<RobustnessRequest> body) {
        var request = body.value();
        var measures = sent.measures(request.evaluation());
        body.refuseIfFaulty(Stream.concat(
                        RequestCheck.faultsOf(request.evaluation(), measures).stream(),
                        EvaluatorsCheck.faultsOf(request).stream())
                .toList());
        return Assessment.robustness(request.evaluation(), measures.orElseThrow(), request.given());
    }
}
