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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.bulk.LoadMode;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Flag;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The anchor team loads a year's reports of many organisations in one file. */
@Path("/bulk/reports/{year}")
@Tag(name = "Annual reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BulkReportsResource {

    static final String NDJSON = "application/x-ndjson";

    private final BulkLoading loading;
    private final ReportingYears years;
    private final BulkLoads loads;

    BulkReportsResource(BulkLoading loading, ReportingYears years, BulkLoads loads) {
        this.loading = loading;
        this.years = years;
        this.loads = loads;
    }

    @POST
    @Consumes({ReportFile.CSV, NDJSON})
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Operation(
            operationId = "loadReports",
            summary = "Load the reports of many organisations for one year, or only check them with dryRun=true",
            description =
                    "CSV: the columns of the template and the column organisation, a row for each value, in any order."
                            + " NDJSON: a report in each line. Every report is checked as if its organisation had sent it; one that"
                            + " was submitted before and says the same stays as it is.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = ReportFile.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "201",
            description = "What came of the file.",
            content = @Content(schema = @Schema(implementation = BulkOutcome.class)))
    @APIResponse(
            responseCode = "200",
            description = "With dryRun=true: what would come of the file. Nothing was stored.",
            content = @Content(schema = @Schema(implementation = BulkOutcome.class)))
    public Response load(
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year,
            @Parameter(
                            description =
                                    "all-or-nothing: one faulty report refuses the file; accept-valid: faulty reports are"
                                            + " left out and listed")
                    @QueryParam("mode")
                    @DefaultValue(LoadMode.USUAL)
                    String mode,
            @Parameter(description = "A new key for each new file, the same when you send one again; not with dryRun")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @Parameter(description = "Check only, store nothing") @QueryParam("dryRun") @Nullable Flag dryRun,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        var window = years.require(year);
        var wanted = LoadMode.asked(mode);
        try (var file = BulkFile.receive(body, form(headers))) {
            return Flag.isSet(dryRun)
                    ? Response.ok(loading.check(file, window, wanted)).build()
                    : loading.load(file, window, wanted, key);
        }
    }

    private static BulkFile.Form form(HttpHeaders headers) {
        return MediaType.valueOf(NDJSON).isCompatible(headers.getMediaType())
                ? BulkFile.Form.LINES
                : BulkFile.Form.ROWS;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readLoad", summary = "What came of a bulk file")
    @APIResponse(
            responseCode = "200",
            description = "What came of the file.",
            content = @Content(schema = @Schema(implementation = BulkOutcome.class)))
    public Response read(
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year,
            @Parameter(description = "The load's id") @PathParam("id") String id) {
        var outcome = loads.find(years.require(year).year(), id).orElseThrow(() -> Refused.notFound("The load " + id));
        return Response.ok(outcome, MediaType.APPLICATION_JSON).build();
    }
}
