package org.anchors.charter.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Flag;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The life of a report after its submission; docs/decisions/0011 says who takes which step, and when. */
@Path("/reports")
@Tag(name = "Annual reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReportLifeResource {

    private final Revisions revisions;
    private final ReportDecision decision;
    private final Filing filing;

    ReportLifeResource(Revisions revisions, ReportDecision decision, Filing filing) {
        this.revisions = revisions;
        this.decision = decision;
        this.filing = filing;
    }

    @POST
    @Path("/{reference}/approval")
    @RolesAllowed(Role.PARTNER_APPROVER)
    @Transactional
    @Operation(
            operationId = "approveReport",
            summary = "Approve of your organisation's report, or withhold approval, which keeps it from being accepted")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Judgement.Approval.class)))
    @APIResponse(
            responseCode = "200",
            description = "The report; its ETag names the new version.",
            content = @Content(schema = @Schema(implementation = ReportView.Full.class)))
    public Response approve(
            @Parameter(description = "The report's reference, such as mseft-2024-25") @PathParam("reference")
                    String reference,
            @Parameter(description = "ETag of the report that you read") @HeaderParam("If-Match") String ifMatch,
            Reading<Judgement.Approval> body) {
        return shown(decision.approve(reference, ifMatch, body));
    }

    @POST
    @Path("/{reference}/acceptance")
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Transactional
    @Operation(
            operationId = "acceptReport",
            summary = "Accept a report; each query that is still open is waived with a reason")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Judgement.Acceptance.class)))
    @APIResponse(
            responseCode = "200",
            description = "The accepted report; its ETag names the new version.",
            content = @Content(schema = @Schema(implementation = ReportView.Full.class)))
    public Response accept(
            @Parameter(description = "The report's reference, such as mseft-2024-25") @PathParam("reference")
                    String reference,
            @Parameter(description = "ETag of the report that you read") @HeaderParam("If-Match") String ifMatch,
            Reading<Judgement.Acceptance> body) {
        return shown(decision.accept(reference, ifMatch, body));
    }

    @POST
    @Path("/{reference}/return")
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Transactional
    @Operation(operationId = "returnReport", summary = "Return a report to its organisation, with what is to be mended")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Judgement.Return.class)))
    @APIResponse(
            responseCode = "200",
            description = "The returned report; its ETag names the new version.",
            content = @Content(schema = @Schema(implementation = ReportView.Full.class)))
    public Response giveBack(
            @Parameter(description = "The report's reference, such as mseft-2024-25") @PathParam("reference")
                    String reference,
            @Parameter(description = "ETag of the report that you read") @HeaderParam("If-Match") String ifMatch,
            Reading<Judgement.Return> body) {
        return shown(decision.giveBack(reference, ifMatch, body));
    }

    @POST
    @Path("/{reference}/resubmission")
    @RolesAllowed(Role.PARTNER_REPORTER)
    @Transactional
    @Operation(
            operationId = "resubmitReport",
            summary = "Send a returned report again as its next revision, or only check it with dryRun=true",
            description = "As JSON or as the filled-in template, as POST /reports takes it.")
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
            description = "The report was submitted again.",
            content = @Content(schema = @Schema(implementation = ReportView.Receipt.class)))
    @APIResponse(
            responseCode = "200",
            description = "With dryRun=true: the report has no faults. Nothing was stored.",
            content = @Content(schema = @Schema(implementation = ReportAmendment.Checked.class)))
    public Response resubmit(
            @Parameter(description = "The report's reference, such as mseft-2024-25") @PathParam("reference")
                    String reference,
            @Parameter(description = "ETag of the report that you mended") @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = "A new key for each revision, the same when you send one again; not with dryRun")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @Parameter(description = "Check only, store nothing") @QueryParam("dryRun") @Nullable Flag dryRun,
            Reading<Submission> body) {
        return filing.amend(
                new Filing.Amended(reference, ifMatch, Revision.Kind.RESUBMISSION),
                ReportFile.ofBody(body),
                new Filing.Terms(key, Flag.isSet(dryRun)));
    }

    @POST
    @Path("/{reference}/restatements")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER})
    @Transactional
    @Operation(
            operationId = "restateReport",
            summary = "Correct an accepted report by a new revision with a reason, or only check it with dryRun=true",
            description =
                    "As JSON or as the filled-in template, as POST /reports takes it. In a file the reason is the row restatementReason.")
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
            description = "The report was restated and waits for acceptance; what was accepted stays readable.",
            content = @Content(schema = @Schema(implementation = ReportView.Receipt.class)))
    @APIResponse(
            responseCode = "200",
            description = "With dryRun=true: the report has no faults. Nothing was stored.",
            content = @Content(schema = @Schema(implementation = ReportAmendment.Checked.class)))
    public Response restate(
            @Parameter(description = "The report's reference, such as mseft-2024-25") @PathParam("reference")
                    String reference,
            @Parameter(description = "ETag of the report that you correct") @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = "A new key for each revision, the same when you send one again; not with dryRun")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @Parameter(description = "Check only, store nothing") @QueryParam("dryRun") @Nullable Flag dryRun,
            Reading<Submission> body) {
        return filing.amend(
                new Filing.Amended(reference, ifMatch, Revision.Kind.RESTATEMENT),
                ReportFile.ofBody(body),
                new Filing.Terms(key, Flag.isSet(dryRun)));
    }

    private Response shown(AnnualReport report) {
        return Response.ok(revisions.full(report))
                .header("ETag", new Version(report.version()).tag())
                .build();
    }
}
