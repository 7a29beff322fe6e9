package org.anchors.charter.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
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
import java.util.List;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The anchor team loads a year's reports of many organisations in one file. */
@Path("/bulk/reports/{year}")
@Tag(name = "Annual reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BulkReportsResource {

    static final String NDJSON = "application/x-ndjson";

    private final BulkLoading loading;
    private final ReportingYears years;
    private final EntityManager database;

    BulkReportsResource(BulkLoading loading, ReportingYears years, EntityManager database) {
        this.loading = loading;
        this.years = years;
        this.database = database;
    }

    @POST
    @Consumes({ReportFile.CSV, NDJSON})
    @RolesAllowed(Role.ANCHOR_TEAM)
    @Operation(
            operationId = "loadReports",
            summary = "Load the reports of many organisations for one year",
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
    public Response load(
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year,
            @Parameter(
                            description =
                                    "all-or-nothing: one faulty report refuses the file; accept-valid: faulty reports are"
                                            + " left out and listed")
                    @QueryParam("mode")
                    @DefaultValue("all-or-nothing")
                    String mode,
            @Parameter(description = "A new key for each new file, the same when you send one again")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        var window = years.require(year);
        var wanted = mode(mode);
        var lines = MediaType.valueOf(NDJSON).isCompatible(headers.getMediaType());
        try (var file = BulkFile.receive(body)) {
            return loading.load(file, lines, window, wanted, key);
        }
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
        var found = database.createNativeQuery(
                        "select outcome from bulk_load where id = :id and year = :year", String.class)
                .setParameter("id", id)
                .setParameter("year", years.require(year).year().start())
                .getResultList();
        if (found.isEmpty()) {
            throw Refused.notFound("The load " + id);
        }
        return Response.ok(found.getFirst(), MediaType.APPLICATION_JSON).build();
    }

    private static BulkOutcome.Mode mode(String mode) {
        return switch (mode) {
            case "all-or-nothing" -> BulkOutcome.Mode.ALL_OR_NOTHING;
            case "accept-valid" -> BulkOutcome.Mode.ACCEPT_VALID;
            default ->
                throw new Refused(
                        CommonRefusal.INVALID_REQUEST,
                        "The query parameter mode is wrong.",
                        List.of(new Fault("?mode", "unknown-value", mode, "Send all-or-nothing or accept-valid.")));
        };
    }
}
