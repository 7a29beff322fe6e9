package org.anchors.charter.consolidated;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.indicator.Attribute.Adding;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The consolidated charter report, in the working view of the anchor team: figures as they are, not for publication, unless a
 * disclosure policy is named.
 */
@Path("/consolidated/{year}")
@Tag(name = "Consolidated report")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConsolidatedResource {

    private final ConsolidatedReports reports;
    private final Catalogues catalogues;
    private final ReportingYears years;
    private final Signatories signatories;
    private final Contributions contributions;
    private final Watermark watermark;
    private final ReportAnswers answers;

    ConsolidatedResource(
            ConsolidatedReports reports,
            Catalogues catalogues,
            ReportingYears years,
            Signatories signatories,
            Contributions contributions,
            Watermark watermark,
            ReportAnswers answers) {
        this.reports = reports;
        this.catalogues = catalogues;
        this.years = years;
        this.signatories = signatories;
        this.contributions = contributions;
        this.watermark = watermark;
        this.answers = answers;
    }

    /** The reports behind a figure. */
    @Schema(name = "Provenance")
    record Provenance(
            String figure, ReportingYear year, String formula, List<Contributions.Contribution> contributions) {}

    @GET
    @RolesAllowed({Role.ANCHOR_TEAM, Role.AUDITOR})
    @Produces({Format.JSON_TYPE, Format.CSV_TYPE, Format.XLSX_TYPE, Format.HTML_TYPE, Format.PDF_TYPE})
    @Operation(
            operationId = "readConsolidated",
            summary = "The consolidated report of a year: figures with coverage and change, and who has reported",
            description =
                    "JSON, CSV, an XLSX workbook, and as annual impact report, with what partners wrote, a page or a tagged PDF: what Accept prefers, or format says.")
    @APIResponse(
            responseCode = "200",
            description =
                    "The report. Asked for with asKnownOn, the same instant gives the same bytes; without, it shows what has arrived.",
            content = {
                @Content(mediaType = Format.JSON_TYPE, schema = @Schema(implementation = ConsolidatedReport.class)),
                @Content(mediaType = Format.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = Format.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, contentMediaType = Format.XLSX_TYPE)),
                @Content(mediaType = Format.HTML_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = Format.PDF_TYPE,
                        schema = @Schema(type = SchemaType.STRING, contentMediaType = Format.PDF_TYPE))
            })
    public Response read(
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String text,
            @BeanParam Question question,
            @BeanParam WantedForm wanted,
            @Context Request request) {
        var format = wanted.format(request);
        var part = wanted.part(format);
        var year = QuarkusTransaction.requiringNew().call(() -> {
            question.refuseIfWrong(signatories::unknown);
            return years.require(text).year();
        });
        var report = QuarkusTransaction.requiringNew().call(() -> reports.report(year, question));
        return answers.answer(new Shown(report, question.pillar(), question.filter(), part, false), format);
    }

    @GET
    @Path("/figures/{id}/provenance")
    @RolesAllowed({Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(operationId = "readProvenance", summary = "The reports and revisions behind a figure, and its formula")
    public Provenance provenance(
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String text,
            @Parameter(description = "Id of the figure, such as EMP-03 or EMP-05.care-leaver") @PathParam("id")
                    String id,
            @BeanParam Question question) {
        question.refuseIfWrong(signatories::unknown);
        question.requireNoPolicy();
        watermark.requireKnown(question.knownOn());
        var year = years.require(text).year();
        var name = Total.Name.parse(id);
        var indicator = catalogues
                .of(year, question.knownOn())
                .find(name.indicator())
                .filter(found -> Consolidation.isFigureOf(found, name))
                .orElseThrow(() -> Refused.notFound("The figure " + id));
        return new Provenance(
                id,
                year,
                formula(indicator, name),
                contributions.of(
                        name, year, signatories.described(question.filter(), question.knownOn()), question.knownOn()));
    }

    private static String formula(Indicator indicator, Total.Name name) {
        if (name.group().equals(Pooling.CONVERSION)) {
            return "100 x sum of numerators / sum of denominators, of those that gave both";
        }
        if (Detail.of(indicator, Adding.ONE_OWNER)
                .anyMatch(detail -> detail.part().equals(name))) {
            return "number of different ones, each of which belongs to one organisation";
        }
        return switch (indicator.aggregation()) {
            case SUM -> "sum of values";
            case RATIO_OF_SUMS ->
                switch (indicator.ratioScale()) {
                    case PERCENT -> "100 x sum of numerators / sum of denominators";
                    case PLAIN -> "sum of numerators / sum of denominators";
                    case CHANGE -> "100 x (sum of numerators - sum of denominators) / sum of denominators";
                };
            case WEIGHTED_MEAN ->
                "100 x sum of (weight x numerator / denominator) / sum of weights, of surveys with 30 answers or more";
            case COUNT_DISTINCT ->
                "at least the different identifiers, or the largest value; at most those and all that were not identified";
            case COUNT_TRUE -> "number of organisations with yes, out of those expected to report";
            case COUNT_BY_VALUE -> "number of organisations for each answer";
            case LATEST -> "number of organisations at each level, and the level in the middle";
            case DERIVED -> "follows from what another service knows";
        };
    }
}
