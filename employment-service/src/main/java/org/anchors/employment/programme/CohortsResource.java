package org.anchors.employment.programme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cohorts: a provider plans the intakes of its programmes. */
@Path("/cohorts")
@Tag(name = "Programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CohortsResource {

    private final Cohorts cohorts;
    private final CohortPlanning planning;
    private final ProgrammeAccess programmes;
    private final Idempotency idempotency;

    CohortsResource(Cohorts cohorts, CohortPlanning planning, ProgrammeAccess programmes, Idempotency idempotency) {
        this.cohorts = cohorts;
        this.planning = planning;
        this.programmes = programmes;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(operationId = "planCohort", summary = "Plan a cohort of one of your programmes")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Intake.class)))
    @APIResponse(
            responseCode = "201",
            description = "The cohort was planned; Location says where it is, ETag names its version.",
            content = @Content(schema = @Schema(implementation = CohortView.class)))
    public Response plan(
            @Parameter(required = true, description = "A new key for each new cohort, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            Reading<Intake> body) {
        return idempotency.once(key, "plan-cohort " + body.digest(), () -> {
            var cohort = planning.plan(body);
            return new Idempotency.Created(
                    "/api/employment/v1/cohorts/%s/%s".formatted(cohort.programme(), cohort.key()),
                    new Version(cohort.version()).tag(),
                    CohortView.of(cohort));
        });
    }

    @GET
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "listCohorts", summary = "A programme's cohorts, by key")
    public Page<CohortView> list(
            @Parameter(required = true, description = "The programme's key") @QueryParam("programme") @Nullable
                    String programme,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") @Nullable
                    String after) {
        var most = Page.limit(limit);
        var behind = Page.after(after);
        var found = cohorts.behind(
                programmes.visible(ProgrammeAccess.named(programme)).key(), behind, most + 1);
        return Page.of(found.stream().map(CohortView::of).toList(), most, CohortView::key);
    }

    @GET
    @Path("/{programme}/{key}")
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readCohort", summary = "A cohort as it stands")
    @APIResponse(
            responseCode = "200",
            description = "The cohort; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = CohortView.class)))
    public Response read(
            @Parameter(description = "The programme's key") @PathParam("programme") String programme,
            @Parameter(description = "The cohort's key") @PathParam("key") String key) {
        programmes.visible(programme);
        return shown(cohorts.require(programme, key));
    }

    @PUT
    @Path("/{programme}/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PROGRAMME_PROVIDER)
    @Transactional
    @Operation(operationId = "changeCohort", summary = "Plan a cohort's days and places anew")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Intake.class)))
    @APIResponse(
            responseCode = "200",
            description = "The cohort as it is planned now; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = CohortView.class)))
    public Response change(
            @Parameter(description = "The programme's key") @PathParam("programme") String programme,
            @Parameter(description = "The cohort's key") @PathParam("key") String key,
            @Parameter(required = true, description = "The ETag of the version that is changed")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            Reading<Intake> body) {
        return shown(planning.change(programme, key, ifMatch, body));
    }

    private static Response shown(Cohort cohort) {
        return Response.ok(CohortView.of(cohort))
                .header("ETag", new Version(cohort.version()).tag())
                .build();
    }
}
