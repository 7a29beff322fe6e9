package org.anchors.employment.total;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.anchors.kit.caller.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Totals of target groups are told each night by themselves. */
@Path("/group-totals/runs")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GroupTotalsResource {

    private final GroupTotalsJob job;

    GroupTotalsResource(GroupTotalsJob job) {
        this.job = job;
    }

    /** How many totals were others than those that were told before. */
    @Schema(name = "GroupTotalsTold")
    record Told(int totals) {}

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "tellGroupTotals",
            summary =
                    "Tell now of totals of target groups that are others than before, as happens each night; safe to repeat",
            description =
                    "A count is told when it is another one for 8 people outside each group or more than when it was told last.")
    public Told run() {
        return new Told(job.run());
    }
}
