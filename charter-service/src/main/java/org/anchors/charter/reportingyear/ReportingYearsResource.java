package org.anchors.charter.reportingyear;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
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

/** When reports are taken; the anchor team sets it. */
@Path("/reporting-years")
@Tag(name = "Charter")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReportingYearsResource {

    private final ReportingYears years;
    private final Audit audit;

    ReportingYearsResource(ReportingYears years, Audit audit) {
        this.years = years;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Operation(
            operationId = "listReportingYears",
            summary = "Reporting years with the day each opens, is due and closes")
    public List<ReportingWindow> all() {
        return years.all();
    }

    @GET
    @Path("/{year}")
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readReportingYear", summary = "One reporting year's window")
    @APIResponse(
            responseCode = "200",
            description = "The window; its ETag names the version.",
            content = @Content(schema = @Schema(implementation = ReportingWindow.class)))
    public Response one(@Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year) {
        var kept = ReportingYear.read(year)
                .flatMap(years::kept)
                .orElseThrow(() -> Refused.notFound("The reporting year " + year));
        return shown(kept, Response.Status.OK);
    }

    @PUT
    @Path("/{year}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Transactional
    @Operation(
            operationId = "setReportingYear",
            summary = "Set a year's window: a new year's without If-Match, a known one's with the ETag that you change."
                    + " Reports submitted before keep the due date they were submitted under")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WindowRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The window as it is now; 201 for a new year.",
            content = @Content(schema = @Schema(implementation = ReportingWindow.class)))
    public Response set(
            @Parameter(description = "Reporting year, such as 2026-27") @PathParam("year") String name,
            @Parameter(description = "ETag of the version that you change") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            Reading<WindowRequest> body) {
        var year = ReportingYear.read(name).orElseThrow(() -> Refused.notFound("The reporting year " + name));
        var before = years.kept(year);
        if (before.isPresent()) {
            new Version(before.get().version()).require(ifMatch);
        } else if (ifMatch != null) {
            throw new Refused(
                    CommonRefusal.VERSION_STALE, "There is no window of this year yet: send it without If-Match.");
        }
        body.refuseIfFaulty(WindowCheck.faultsOf(body.value(), year));
        var sent = body.value();
        var window = new ReportingWindow(year, sent.opens(), sent.due(), sent.closes());
        years.set(window, before.map(ReportingYears.Kept::version).orElse(null));
        audit.record(
                "reporting-window-set",
                "reporting-years/" + year,
                Map.of(
                        "before",
                        before.map(ReportingYears.Kept::window)
                                .map(ReportingYearsResource::written)
                                .orElse("none"),
                        "now",
                        written(window)));
        return shown(
                new ReportingYears.Kept(
                        window, before.map(kept -> kept.version() + 1).orElse(0L)),
                before.isPresent() ? Response.Status.OK : Response.Status.CREATED);
    }

    private static Response shown(ReportingYears.Kept kept, Response.Status status) {
        return Response.status(status)
                .header("ETag", new Version(kept.version()).tag())
                .entity(kept.window())
                .build();
    }

    private static String written(ReportingWindow window) {
        return "%s %s %s".formatted(window.opens(), window.due(), window.closes() == null ? "open" : window.closes());
    }
}
