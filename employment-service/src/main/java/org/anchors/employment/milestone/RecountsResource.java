package org.anchors.employment.milestone;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recounts: whether what is stored of people is what their records come to, and that it becomes so. */
@Path("/recounts")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RecountsResource {

    private static final String USUAL = "10";

    private final Recounts recounts;
    private final RecountJob job;

    RecountsResource(Recounts recounts, RecountJob job) {
        this.recounts = recounts;
        this.job = job;
    }

    /** How many cohorts are recounted. */
    @Schema(name = "RecountOrder")
    record Ordered(int cohorts) {}

    @GET
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Operation(
            operationId = "checkRecount",
            summary =
                    "Recount cohorts from their records and say of how many people something else is stored, and where other totals were told; nothing changes",
            description = "One at a time: while another is under way it is refused.")
    public Page<Recounts.Recounted> check(
            @Parameter(description = "Only this programme's cohorts") @QueryParam("programme") @Nullable
                    String programme,
            @Parameter(description = "How many to a page, 1 to 20") @QueryParam("limit") @DefaultValue(USUAL) int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit, Recounts.LARGEST_PAGE);
        return Page.of(
                recounts.check(programme, Page.afterNumber(after), most + 1),
                most,
                cohort -> Long.toString(cohort.number()));
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "orderRecount",
            summary =
                    "Have cohorts folded anew from their records within minutes, as happens by itself when the fold has changed",
            description =
                    "The totals of each cohort are counted anew, and told if they are others, unless it is because somebody was erased."
                            + " Safe to repeat.")
    public Ordered order(
            @Parameter(description = "Only this programme's cohorts") @QueryParam("programme") @Nullable
                    String programme) {
        return new Ordered(job.order(programme));
    }
}
