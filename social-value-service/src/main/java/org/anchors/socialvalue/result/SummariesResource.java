package org.anchors.socialvalue.result;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Procurements;
import org.anchors.socialvalue.procurement.Stage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Assessment summaries, which the buyer sends to the bidders before the notice of the award; one for each bid. */
@Path("/procurements/{id}/summaries")
@Tag(name = "Awards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SummariesResource {

    private final Procurements procurements;
    private final Summaries summaries;
    private final Winners winners;

    SummariesResource(Procurements procurements, Summaries summaries, Winners winners) {
        this.procurements = procurements;
        this.summaries = summaries;
        this.winners = winners;
    }

    @GET
    @Path("/{reference}")
    @RolesAllowed({Role.PROCUREMENT_OFFICER, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readAssessmentSummary",
            summary = "What one bidder is told: its own marks with working and reasons, and the winner's; no figure of"
                    + " another bidder")
    public SummaryView read(
            @Parameter(description = "Id of the procurement") @PathParam("id") String id,
            @Parameter(description = "Reference of the bid") @PathParam("reference") String reference) {
        return summaries.of(requireDecided(id), reference);
    }

    private Procurement requireDecided(String id) {
        var procurement = procurements.requireInside(id);
        return switch (procurement.stage()) {
            case Stage.Awarded awarded -> procurement;
            case Stage.Contracted contracted -> procurement;
            case Stage.Draft draft -> throw undecided();
            case Stage.Published published -> throw undecided();
            case Stage.Opened opened -> throw undecided();
            case Stage.Marked marked -> throw undecided();
            case Stage.Evaluated evaluated -> throw undecided();
            case Stage.Cancelled cancelled -> requireDecidedBefore(cancelled, procurement);
        };
    }

    /** What bidders were told stays readable, whatever became of the award. */
    private Procurement requireDecidedBefore(Stage.Cancelled cancelled, Procurement procurement) {
        if (winners.areDecided(procurement.id())) {
            return procurement;
        }
        throw new Refused(
                ResultRefusal.NOT_DECIDED,
                "The procurement was cancelled at %s, before an award was decided on: no bidder was told of one."
                        .formatted(cancelled.since()));
    }

    private static Refused undecided() {
        return new Refused(ResultRefusal.NOT_DECIDED, "Decide on the award first: summaries name the winner.");
    }
}
