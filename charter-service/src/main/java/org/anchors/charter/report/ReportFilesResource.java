package org.anchors.charter.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.Bodies;
import org.anchors.kit.edge.Flag;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.edge.Version;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Annual reports that come as the filled-in template; they are checked and answered as those that come as JSON. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReportFilesResource {

    private final ReportSubmission submission;
    private final ReportingYears years;
    private final Catalogues catalogues;
    private final Idempotency idempotency;
    private final StrictJson json;
    private final Caller caller;

    ReportFilesResource(
            ReportSubmission submission,
            ReportingYears years,
            Catalogues catalogues,
            Idempotency idempotency,
            StrictJson json,
            Caller caller) {
        this.submission = submission;
        this.years = years;
        this.catalogues = catalogues;
        this.idempotency = idempotency;
        this.json = json;
        this.caller = caller;
    }

    /** In the API document it is one operation with the report as JSON. */
    @POST
    @Consumes({ReportFile.CSV, ReportFile.XLSX})
    @RolesAllowed(Role.PARTNER_REPORTER)
    @Transactional
    @Operation(hidden = true)
    public Response submit(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") @Nullable Flag dryRun,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        var file = ReportFile.read(bytes(body), mediaType(headers), this::catalogue, json);
        try {
            return submitted(file, key, Flag.isSet(dryRun));
        } catch (Refused refused) {
            throw file.places().translated(refused);
        }
    }

    private Response submitted(ReportFile file, String key, boolean dryRun) {
        var reading = file.reading();
        if (reading.value().organisation() != null) {
            Visibility.requireOwn(reading.value().organisation(), caller);
        }
        if (dryRun) {
            return Response.ok(new ReportsResource.Checked(placed(file, submission.check(reading))))
                    .build();
        }
        return idempotency.once(key, "submit-report " + reading.digest(), () -> {
            var submitted = submission.submit(reading);
            var report = submitted.report();
            return new Idempotency.Created(
                    "/api/charter/v1/reports/" + report.reference(),
                    new Version(report.version()).tag(),
                    ReportView.Receipt.of(new ReportSubmission.Submitted(report, placed(file, submitted.queries()))));
        });
    }

    private static List<Findings.Query> placed(ReportFile file, List<Findings.Query> queries) {
        return queries.stream().map(file.places()::translated).toList();
    }

    private Optional<Catalogue> catalogue(String year) {
        return years.find(year).map(window -> catalogues.of(window.year()));
    }

    private static String mediaType(HttpHeaders headers) {
        return MediaType.valueOf(ReportFile.XLSX).isCompatible(headers.getMediaType())
                ? ReportFile.XLSX
                : ReportFile.CSV;
    }

    private static byte[] bytes(InputStream body) throws IOException {
        var bytes = body.readNBytes(Bodies.LARGEST + 1);
        if (bytes.length > Bodies.LARGEST) {
            throw new Refused(CommonRefusal.BODY_TOO_LARGE, "A file may have %,d bytes.".formatted(Bodies.LARGEST));
        }
        return bytes;
    }
}
