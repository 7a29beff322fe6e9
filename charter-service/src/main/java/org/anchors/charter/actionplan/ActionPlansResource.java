package org.anchors.charter.actionplan;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
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

/** Action plans: an organisation drafts its plan for a year, has its board approve it, and is held to it by its report. */
@Path("/organisations/{organisation}/action-plans/{year}")
@Tag(name = "Action plans")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ActionPlansResource {

    private final Plans plans;
    private final PlanAdoption adoption;
    private final ReportingYears years;
    private final Catalogues catalogues;
    private final Idempotency idempotency;
    private final Caller caller;

    ActionPlansResource(
            Plans plans,
            PlanAdoption adoption,
            ReportingYears years,
            Catalogues catalogues,
            Idempotency idempotency,
            Caller caller) {
        this.plans = plans;
        this.adoption = adoption;
        this.years = years;
        this.catalogues = catalogues;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Path("/draft")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER})
    @Transactional
    @Operation(operationId = "readActionPlanDraft", summary = "Your draft plan, with what would hinder its adoption")
    @APIResponse(
            responseCode = "200",
            description = "The draft; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = PlanView.Drafted.class)))
    public Response draft(
            @Parameter(description = "Key of your organisation") @PathParam("organisation") String organisation,
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year) {
        return shown(plans.requireDraft(own(organisation, year)), Response.Status.OK);
    }

    @PUT
    @Path("/draft")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PARTNER_REPORTER)
    @Transactional
    @Operation(
            operationId = "saveActionPlanDraft",
            summary =
                    "Save your draft plan; the first time without If-Match, then with the ETag of the version you changed")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Plan.class)))
    @APIResponse(
            responseCode = "200",
            description = "Saved; 201 the first time. Faults against the charter are told and do not hinder.",
            content = @Content(schema = @Schema(implementation = PlanView.Drafted.class)))
    public Response save(
            @Parameter(description = "Key of your organisation") @PathParam("organisation") String organisation,
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year,
            @Parameter(description = "ETag of the version that you changed") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            Reading<Plan> body) {
        var of = own(organisation, year);
        var earlier = plans.draft(of);
        if (earlier.isPresent()) {
            new Version(earlier.get().version()).require(ifMatch);
        } else if (ifMatch != null) {
            throw new Refused(CommonRefusal.VERSION_STALE, "There is no draft yet: send it without If-Match.");
        }
        var version = earlier.map(draft -> draft.version() + 1).orElseGet(() -> plans.firstVersion(of));
        var saved = adoption.save(body.orRefuse(), of, version);
        return shown(saved, earlier.isPresent() ? Response.Status.OK : Response.Status.CREATED);
    }

    @POST
    @Path("/adoption")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER})
    @Transactional
    @Operation(
            operationId = "adoptActionPlan",
            summary = "Adopt your draft as the plan in force, with the approval of your board")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BoardApproval.class)))
    @APIResponse(
            responseCode = "201",
            description = "The plan is in force; the draft is gone. An earlier revision stays readable.",
            content = @Content(schema = @Schema(implementation = PlanView.Adopted.class)))
    public Response adopt(
            @Parameter(description = "Key of your organisation") @PathParam("organisation") String organisation,
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year,
            @Parameter(description = "A new key for each adoption, the same when you send it again")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @Parameter(description = "ETag of the draft that you adopt") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            Reading<BoardApproval> body) {
        var of = own(organisation, year);
        return idempotency.once(key, "adopt-action-plan %s %s %s".formatted(organisation, year, body.digest()), () -> {
            var draft = plans.requireDraft(of);
            new Version(draft.version()).require(ifMatch);
            var adopted = adoption.adopt(draft, body);
            return new Idempotency.Created(
                    "/api/charter/v1/organisations/%s/action-plans/%s".formatted(organisation, year),
                    new Version(adopted.revision()).tag(),
                    PlanView.Adopted.of(adopted));
        });
    }

    @GET
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readActionPlan", summary = "The plan in force, or an earlier revision of it")
    @APIResponse(
            responseCode = "200",
            description = "The plan; its ETag names the revision.",
            content = @Content(schema = @Schema(implementation = PlanView.Adopted.class)))
    public Response read(
            @Parameter(description = "Key of the organisation") @PathParam("organisation") String organisation,
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year,
            @Parameter(description = "Revision; the newest where it is left out") @QueryParam("revision") @Nullable
                    Integer revision) {
        var plan = plans.require(visible(organisation, year), revision);
        return Response.ok(PlanView.Adopted.of(plan))
                .header("ETag", new Version(plan.revision()).tag())
                .build();
    }

    @GET
    @Path("/progress")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readActionPlanProgress",
            summary =
                    "The plan in force held against the report: target, reported figure, met or not, action by action")
    public PlanView.Overall progress(
            @Parameter(description = "Key of the organisation") @PathParam("organisation") String organisation,
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year) {
        var of = visible(organisation, year);
        var plan = plans.require(of, null);
        return PlanView.Overall.of(plan, plans.report(of), catalogues.byEdition(plan.catalogue()));
    }

    private Response shown(Plans.Draft draft, Response.Status status) {
        return Response.status(status)
                .header("ETag", new Version(draft.version()).tag())
                .entity(new PlanView.Drafted(
                        draft.plan(), draft.savedAt(), adoption.faultsOf(draft.plan(), draft.of())))
                .build();
    }

    /** A foreign organisation is answered as one that does not exist. */
    private Plans.YearOf own(String organisation, String year) {
        if (!caller.belongsTo(organisation)) {
            throw Refused.notFound("The organisation " + organisation);
        }
        return new Plans.YearOf(organisation, years.require(year).year());
    }

    private Plans.YearOf visible(String organisation, String year) {
        return caller.has(Role.ANCHOR_TEAM) || caller.has(Role.AUDITOR)
                ? new Plans.YearOf(organisation, years.require(year).year())
                : own(organisation, year);
    }
}
