package org.anchors.charter.consolidated;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the consolidated report holds every report that is stored, and its running sums are what the reports come to. */
@Path("/projections/consolidated/check")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProjectionCheckResource {

    private static final int MOST = 100;

    private final LostEvents events;
    private final ProjectionCheck sums;

    ProjectionCheckResource(LostEvents events, ProjectionCheck sums) {
        this.events = events;
        this.sums = sums;
    }

    /**
     * What was found.
     *
     * @param complete whether nothing is lost and nothing differs
     * @param lost how many revisions and decisions the consolidated report lacks, and will lack until it is rebuilt
     * @param first the first 100 of them
     * @param differing running sums that are not what the values of the newest revisions come to, the first 100; a rebuild mends them
     */
    @Schema(name = "ProjectionCheck")
    record Checked(boolean complete, int lost, List<LostFact> first, List<ProjectionCheck.Differing> differing) {}

    /** A revision that was submitted, accepted or returned. */
    @Schema(name = "LostFact")
    record LostFact(String report, int revision, LostEvents.Fact fact) {}

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "checkConsolidated",
            summary =
                    "Whether the consolidated report holds every report that is stored, and its running sums are what they come to; a rebuild mends it")
    public Checked check() {
        var lost = QuarkusTransaction.requiringNew().call(events::find);
        var differing = sums.differing(MOST);
        return new Checked(
                lost.isEmpty() && differing.isEmpty(),
                lost.size(),
                lost.stream()
                        .limit(MOST)
                        .map(one -> new LostFact(one.reference(), one.revision(), one.fact()))
                        .toList(),
                differing);
    }
}
