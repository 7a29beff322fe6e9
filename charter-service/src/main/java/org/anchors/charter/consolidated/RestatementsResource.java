package org.anchors.charter.consolidated;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was said differently later, and what that did to the totals. */
@Path("/consolidated/{year}/restatements")
@Tag(name = "Consolidated report")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RestatementsResource {

    private final ReportingYears years;
    private final Catalogues catalogues;
    private final Restatements restatements;

    RestatementsResource(ReportingYears years, Catalogues catalogues, Restatements restatements) {
        this.years = years;
        this.catalogues = catalogues;
        this.restatements = restatements;
    }

    @GET
    @RolesAllowed({Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listRestatements",
            summary = "The ledger of later revisions: old, new, reason, and each total before and after, oldest first")
    public Page<Restatements.Entry> list(
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String text,
            @Parameter(description = "NONE, or left out: the ledger shows what was reported")
                    @QueryParam("policy")
                    @Nullable
                    String policy,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue("20") int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") String after) {
        Question.requireNoPolicy(policy);
        var year = years.require(text).year();
        var most = Page.limit(limit);
        return Page.of(
                restatements.after(Page.after(after), year, catalogues.of(year), most + 1),
                most,
                Restatements.Entry::position);
    }
}
