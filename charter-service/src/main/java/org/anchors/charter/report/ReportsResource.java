package org.anchors.charter.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Flag;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Annual reports: an organisation sends its own, and reads them. */
@Path("/reports")
@Tag(name = "Annual reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReportsResource {

    private final Reports reports;
    private final Revisions revisions;
    private final Filing filing;
    private final ReportingYears years;
    private final Caller caller;

    ReportsResource(Reports reports, Revisions revisions, Filing filing, ReportingYears years, Caller caller) {
        this.reports = reports;
        this.revisions = revisions;
        this.filing = filing;
        this.years = years;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PARTNER_REPORTER)
    @Transactional
    @Operation(
            operationId = "submitReport",
            summary = "Submit the annual report of your organisation, or only check it with dryRun=true",
            description =
                    "As JSON, or as the filled-in template in CSV or XLSX. A fault in a file is told by row and column.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Submission.class)),
                @Content(mediaType = ReportFile.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = ReportFile.XLSX,
                        schema = @Schema(type = SchemaType.STRING, contentMediaType = ReportFile.XLSX))
            })
    @APIResponse(
            responseCode = "201",
            description = "The report was submitted.",
            content = @Content(schema = @Schema(implementation = ReportView.Receipt.class)))
    @APIResponse(
            responseCode = "200",
            description = "With dryRun=true: the report has no faults. Nothing was stored.",
            content = @Content(schema = @Schema(implementation = Filing.Checked.class)))
    public Response submit(
            @Parameter(description = "A new key for each new report, the same when you send one again; not with dryRun")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @Parameter(description = "Check only, store nothing") @QueryParam("dryRun") @Nullable Flag dryRun,
            Reading<Submission> body) {
        return filing.submit(ReportFile.ofBody(body), new Filing.Terms(key, Flag.isSet(dryRun)));
    }

    @GET
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listReports", summary = "Reports that you may see, by reference")
    public Page<ReportView.Summary> list(
            @Parameter(description = "Only this reporting year, such as 2024-25") @QueryParam("year") String year,
            @Parameter(description = "Only reports in this state") @QueryParam("state") AnnualReport.State state,
            @Parameter(description = "Only this organisation, by its key") @QueryParam("organisation")
                    String organisation,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") String after) {
        var most = Page.limit(limit);
        var own = Visibility.seesAll(caller)
                ? organisation
                : caller.organisation().orElse("");
        if (organisation != null && !Visibility.isVisible(organisation, caller)) {
            return new Page<>(List.of(), null);
        }
        var wanted = new Reports.Wanted(
                own, year == null ? null : years.require(year).year(), state);
        var found = reports.list(wanted, Page.after(after), most + 1);
        return Page.of(found.stream().map(ReportView.Summary::of).toList(), most, ReportView.Summary::reference);
    }

    @GET
    @Path("/{reference}")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readReport", summary = "A report as it stands")
    @APIResponse(
            responseCode = "200",
            description = "The report; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = ReportView.Full.class)))
    public Response read(
            @Parameter(description = "The report's reference, such as mseft-2024-25") @PathParam("reference")
                    String reference) {
        var report = reports.require(reference, caller);
        return Response.ok(revisions.full(report))
                .header("ETag", new Version(report.version()).tag())
                .build();
    }
}
