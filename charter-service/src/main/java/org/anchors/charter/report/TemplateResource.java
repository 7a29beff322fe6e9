package org.anchors.charter.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.anchors.charter.organisation.Organisations;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The file that an organisation fills in and sends as its report, or to correct it. */
@Path("/organisations/{organisation}/template/{year}")
@Tag(name = "Annual reports")
@RunOnVirtualThread
class TemplateResource {

    private final Organisations organisations;
    private final ReportingYears years;
    private final Templates templates;
    private final Caller caller;

    TemplateResource(Organisations organisations, ReportingYears years, Templates templates, Caller caller) {
        this.organisations = organisations;
        this.years = years;
        this.templates = templates;
        this.caller = caller;
    }

    /** The forms in which the template is handed out. */
    enum Format {
        csv,
        xlsx
    }

    @GET
    @Produces({ReportFile.CSV, ReportFile.XLSX})
    @RolesAllowed({Role.PARTNER_REPORTER, Role.PARTNER_APPROVER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readTemplate",
            summary =
                    "The annual report as a file to fill in, with definitions, last year's values, and your report or draft",
            description =
                    "Send it back with the same media type: to POST /reports, or to resubmission or restatements of the report that the year has already. It holds the newest revision of that.")
    @APIResponse(
            responseCode = "200",
            description = "The file: CSV, or an XLSX workbook with drop-downs.",
            content = {
                @Content(mediaType = ReportFile.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = ReportFile.XLSX,
                        schema = @Schema(type = SchemaType.STRING, contentMediaType = ReportFile.XLSX))
            })
    public Response read(
            @Parameter(description = "Key of the organisation") @PathParam("organisation") String organisation,
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String year,
            @Parameter(description = "csv or xlsx; when left out, what Accept prefers") @QueryParam("format")
                    Format format,
            @Context HttpHeaders headers)
            throws IOException {
        var template = template(organisation, years.require(year).year());
        var wanted = format == null ? preferred(headers) : format;
        var out = new ByteArrayOutputStream();
        switch (wanted) {
            case csv -> TemplateCsv.write(template, out);
            case xlsx -> TemplateWorkbook.write(template, out);
        }
        var type = wanted == Format.csv
                ? MediaType.valueOf(ReportFile.CSV).withCharset(StandardCharsets.UTF_8.name())
                : MediaType.valueOf(ReportFile.XLSX);
        return Response.ok(out.toByteArray(), type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"report-%s-%s.%s\"".formatted(organisation, year, wanted))
                .header("Vary", "Accept")
                .build();
    }

    private Template template(String organisation, ReportingYear year) {
        if (!Visibility.isVisible(organisation, caller)
                || organisations.find(organisation).isEmpty()) {
            throw Refused.notFound("The organisation " + organisation);
        }
        var template = templates.of(organisation, year, caller.belongsTo(organisation));
        template.requireToFit();
        return template;
    }

    private static Format preferred(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> Optional.ofNullable(
                        accepted.isCompatible(MediaType.valueOf(ReportFile.CSV))
                                ? Format.csv
                                : accepted.isCompatible(MediaType.valueOf(ReportFile.XLSX)) ? Format.xlsx : null)
                        .stream())
                .findFirst()
                .orElse(Format.csv);
    }
}
