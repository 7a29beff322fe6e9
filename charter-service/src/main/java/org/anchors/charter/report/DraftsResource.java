package org.anchors.charter.report;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.edge.Version;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Drafts: an organisation writes its report over weeks, is told what is wrong so far, and submits it when it is done. */
@Path("/organisations/{organisation}/drafts/{year}")
@Tag(name = "Annual reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DraftsResource {

    private final Drafts drafts;
    private final ReportSubmission submission;
    private final ReportingYears years;
    private final Idempotency idempotency;
    private final StrictJson json;
    private final Audit audit;
    private final Caller caller;

    DraftsResource(
            Drafts drafts,
            ReportSubmission submission,
            ReportingYears years,
            Idempotency idempotency,
            StrictJson json,
            Audit audit,
            Caller caller) {
        this.drafts = drafts;
        this.submission = submission;
        this.years = years;
        this.idempotency = idempotency;
        this.json = json;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * A saved draft, and what would be said if it were submitted now.
     *
     * @param draft the report as it was saved
     */
    @Schema(name = "Draft")
    record DraftView(
            @Schema(implementation = Submission.class) @JsonRawValue
            String draft,

            Instant savedAt,
            List<Fault> faults,
            List<Findings.Query> queries) {}

    @GET
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER})
    @Transactional
    @Operation(operationId = "readDraft", summary = "Your draft, with what would be wrong if it were submitted now")
    @APIResponse(
            responseCode = "200",
            description = "The draft; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    public Response read(
            @Parameter(description = "Key of your organisation") @PathParam("organisation") String organisation,
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year) {
        Visibility.requireOwn(organisation, caller);
        return shown(drafts.require(organisation, years.require(year).year()), Response.Status.OK);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PARTNER_REPORTER)
    @Transactional
    @Operation(
            operationId = "saveDraft",
            summary = "Save your draft; the first time without If-Match, then with the ETag of the version you changed")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Submission.class)))
    @APIResponse(
            responseCode = "200",
            description = "Saved; 201 the first time. Faults against the rules are told and do not hinder.",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    public Response save(
            @Parameter(description = "Key of your organisation") @PathParam("organisation") String organisation,
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year,
            @Parameter(description = "ETag of the version that you changed") @HeaderParam("If-Match") String ifMatch,
            Reading<Submission> body) {
        Visibility.requireOwn(organisation, caller);
        var window = years.require(year);
        body.refuseIfFaulty(belongsHere(body.value(), organisation, year));
        submission.requireNone(organisation, window.year());
        var earlier = drafts.find(organisation, window.year());
        earlier.ifPresentOrElse(draft -> new Version(draft.version()).require(ifMatch), () -> requireNothing(ifMatch));
        var draft = earlier.orElseGet(() -> new Draft(organisation, window.year()));
        draft.save(drafts.written(body.value()), submission.now(), caller.subject());
        drafts.persistAndFlush(draft);
        audit.record("draft-saved", "drafts/%s/%s".formatted(organisation, year), Map.of("version", draft.version()));
        return shown(draft, earlier.isPresent() ? Response.Status.OK : Response.Status.CREATED);
    }

    @POST
    @Path("/submission")
    @RolesAllowed(Role.PARTNER_REPORTER)
    @Transactional
    @Operation(operationId = "submitDraft", summary = "Submit your draft as the annual report")
    @APIResponse(
            responseCode = "201",
            description = "The report was submitted; the draft is gone.",
            content = @Content(schema = @Schema(implementation = ReportView.Receipt.class)))
    public Response submit(
            @Parameter(description = "Key of your organisation") @PathParam("organisation") String organisation,
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year,
            @Parameter(description = "A new key for each submission, the same when you send it again")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @Parameter(description = "ETag of the draft that you submit") @HeaderParam("If-Match") String ifMatch) {
        Visibility.requireOwn(organisation, caller);
        var window = years.require(year);
        return idempotency.once(key, "submit-draft %s %s".formatted(organisation, year), () -> {
            var draft = drafts.require(organisation, window.year());
            new Version(draft.version()).require(ifMatch);
            var submitted = submission.submit(reading(draft));
            drafts.delete(draft);
            return new Idempotency.Created(
                    "/api/charter/v1/reports/" + submitted.report().reference(),
                    new Version(submitted.report().version()).tag(),
                    ReportView.Receipt.of(submitted.report(), submitted.queries()));
        });
    }

    private Response shown(Draft draft, Response.Status status) {
        var findings = submission.findings(reading(draft).value());
        return Response.status(status)
                .header("ETag", new Version(draft.version()).tag())
                .entity(new DraftView(draft.body(), draft.savedAt(), findings.faults(), findings.queries()))
                .build();
    }

    private Reading<Submission> reading(Draft draft) {
        return json.read(draft.body().getBytes(StandardCharsets.UTF_8), Submission.class);
    }

    private static void requireNothing(@Nullable String ifMatch) {
        if (ifMatch != null) {
            throw new Refused(CommonRefusal.VERSION_STALE, "There is no draft yet: save it without If-Match.");
        }
    }

    private static List<Fault> belongsHere(Submission sent, String organisation, String year) {
        var findings = new Findings();
        AmendmentCheck.belongsTo(organisation, year, sent, findings);
        return findings.faults();
    }
}
