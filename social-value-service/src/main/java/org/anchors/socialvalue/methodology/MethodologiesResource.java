package org.anchors.socialvalue.methodology;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.socialvalue.robustness.Warning;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Methodologies before they are published. */
@Path("/methodologies")
@Tag(name = "Methodologies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MethodologiesResource {

    /** What a methodology does with bids that were made up. */
    @Schema(name = "MethodologyTrial", description = "What a methodology does with bids that were made up.")
    record Trial(
            @Schema(description = "The policy on social value that it follows, or NONE")
            String policy,

            @Schema(description = "What its author may not have meant; it may be published all the same")
            List<Warning> warnings) {}

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.ANCHOR_TEAM})
    @Operation(
            operationId = "checkMethodology",
            summary = "Check a methodology and try it on dummy bids before it is published; nothing is stored")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MethodologyBody.class)))
    public Trial check(Reading<MethodologyBody> body) {
        body.refuseIfFaulty(MethodologyCheck.faultsOf(body.value(), ""));
        return new Trial(body.value().policyInForce(), MethodologyWarnings.of(body.value()));
    }
}
