package org.anchors.charter.report;

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
import jakarta.ws.rs.core.Response;
import org.anchors.kit.audit.Deed;
import org.anchors.kit.audit.Deeds;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Version;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a report has said over time, and who did what to it. */
@Path("/reports")
@Tag(name = "Annual reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReportHistoryResource {

    private final Reports reports;
    private final Revisions revisions;
    private final Deeds deeds;
    private final Caller caller;

    ReportHistoryResource(Reports reports, Revisions revisions, Deeds deeds, Caller caller) {
        this.reports = reports;
        this.revisions = revisions;
        this.deeds = deeds;
        this.caller = caller;
    }

    @GET
    @Path("/{reference}/revisions")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readRevisions",
            summary = "Everything that a report has said, the first revision first, with what was decided and changed")
    public Page<ReportView.Said> all(
            @Parameter(description = "The report's reference, such as mseft-2024-25") @PathParam("reference")
                    String reference,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue("20") int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var report = reports.require(reference, caller);
        var most = Page.limit(limit);
        var number = (int) Math.min(Page.afterNumber(after), report.revision());
        return Page.of(revisions.after(report, number, most + 1), most, said -> Integer.toString(said.revision()));
    }

    @GET
    @Path("/{reference}/revisions/{revision}")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readRevision",
            summary = "What a report said in one revision, with what was decided about it and what it changed")
    @APIResponse(
            responseCode = "200",
            description = "The revision; the ETag names the version of the whole report.",
            content = @Content(schema = @Schema(implementation = ReportView.Said.class)))
    public Response one(
            @Parameter(description = "The report's reference, such as mseft-2024-25") @PathParam("reference")
                    String reference,
            @Parameter(description = "Number of the revision, from 1") @PathParam("revision") int revision) {
        var report = reports.require(reference, caller);
        return Response.ok(revisions.of(report, revision))
                .header("ETag", new Version(report.version()).tag())
                .build();
    }

    @GET
    @Path("/{reference}/history")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readHistory",
            summary = "Who did what to a report, from the audit trail, the first deed first")
    public Page<Deed> history(
            @Parameter(description = "The report's reference, such as mseft-2024-25") @PathParam("reference")
                    String reference,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        reports.require(reference, caller);
        var most = Page.limit(limit);
        return Page.of(
                deeds.doneTo("reports/" + reference, Page.afterNumber(after), most + 1),
                most,
                deed -> Long.toString(deed.entry()));
    }
}
