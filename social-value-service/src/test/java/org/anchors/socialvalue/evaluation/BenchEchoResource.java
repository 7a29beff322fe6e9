package org.anchors.socialvalue.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.UpTo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Parses a body and sends it back, in two ways. It stands among the tests only, for the benchmark to be compared with. */
@Path("/bench-echo")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BenchEchoResource {

    @POST
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Operation(hidden = true)
    public JsonNode echo(JsonNode body) {
        return body;
    }

    /** As the platform parses every body: into its type, strictly, with every fault of its shape. */
    @POST
    @Path("/strict")
    @RolesAllowed(Role.PROCUREMENT_OFFICER)
    @Operation(hidden = true)
    public EvaluationRequest strictEcho(
            @UpTo(bytes = EvaluationsResource.LARGEST, tokens = EvaluationsResource.MOST_TOKENS)
                    Reading<EvaluationRequest> body) {
        return body.orRefuse();
    }
}
