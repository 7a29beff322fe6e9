package org.anchors.employment.retention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.anchors.employment.participant.Erasure;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Flag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Erasure: a participant wants everything gone. Figures that were told before stay as they are. */
@Path("/participants/{id}")
@Tag(name = "Participants")
@RunOnVirtualThread
class ErasureResource {

    private final Erasure erasure;
    private final Audit audit;

    ErasureResource(Erasure erasure, Audit audit) {
        this.erasure = erasure;
        this.audit = audit;
    }

    @DELETE
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(
            operationId = "eraseParticipant",
            summary = "Erase a participant of your own programme, with milestones and equality flags",
            description = "Totals that were told before, and what was published, stay as they are.")
    @Produces(MediaType.APPLICATION_JSON)
    public Erasure.Going erase(
            @Parameter(description = "The participant's id") @PathParam("id") UUID id,
            @Parameter(description = "Only say what would go") @QueryParam("dryRun") @Nullable Flag dryRun,
            @Parameter(description = "The ETag of the version that is erased; not with dryRun")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch) {
        if (Flag.isSet(dryRun)) {
            return erasure.wouldGo(id);
        }
        var gone = erasure.erase(id, ifMatch);
        audit.record("participant-erased", "participants/" + id, Map.of("milestones", gone.milestones()));
        return gone;
    }
}
