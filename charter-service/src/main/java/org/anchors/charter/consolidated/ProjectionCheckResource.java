package org.anchors.charter.consolidated;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the consolidated report holds every report that is stored. */
@Path("/projections/consolidated/check")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectionCheckResource {

    private static final int MOST = 100;

    private final LostEvents events;

    ProjectionCheckResource(LostEvents events) {
        this.events = events;
    }

    /**
     * What was found.
     *
     * @param complete whether nothing is lost
     * @param lost how many revisions and decisions the consolidated report lacks, and will lack until it is rebuilt
     * @param first the first 100 of them
     */
    @Schema(name = "ProjectionCheck")
    record Checked(boolean complete, int lost, List<LostFact> first) {}

    /** A revision that was submitted, accepted or returned. */
    @Schema(name = "LostFact")
    record LostFact(String report, int revision, LostEvents.Fact fact) {}

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Transactional
    @Operation(
            operationId = "checkConsolidated",
            summary = "Whether the consolidated report holds every report that is stored; a rebuild adds what it lacks")
    public Checked check() {
        var lost = events.find();
        return new Checked(
                lost.isEmpty(),
                lost.size(),
                lost.stream()
                        .limit(MOST)
                        .map(one -> new LostFact(one.reference(), one.revision(), one.fact()))
                        .toList());
    }
}
