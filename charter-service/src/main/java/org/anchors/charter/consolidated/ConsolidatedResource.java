package org.anchors.charter.consolidated;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.reportingyear.ReportingYear;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The consolidated charter report, in the working view of the anchor team: figures as they are, not for publication. */
@Path("/consolidated/{year}")
@Tag(name = "Consolidated report")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConsolidatedResource {

    private final Catalogues catalogues;
    private final ReportingYears years;
    private final Signatories signatories;
    private final Totals totals;
    private final Reporters reporters;
    private final Contributions contributions;
    private final Clock clock;

    ConsolidatedResource(
            Catalogues catalogues,
            ReportingYears years,
            Signatories signatories,
            Totals totals,
            Reporters reporters,
            Contributions contributions,
            Clock clock) {
        this.catalogues = catalogues;
        this.years = years;
        this.signatories = signatories;
        this.totals = totals;
        this.reporters = reporters;
        this.contributions = contributions;
        this.clock = clock;
    }

    /**
     * The consolidated report.
     *
     * @param asKnownOn the instant whose knowledge it shows
     * @param disclosurePolicy NONE: small numbers stand as they are
     * @param catalogue edition of the indicator catalogue
     * @param notConsolidated indicators that sums alone do not give a figure for
     */
    @Schema(name = "ConsolidatedReport")
    record View(
            ReportingYear year,
            Instant asKnownOn,
            String disclosurePolicy,
            String catalogue,
            Completeness completeness,
            List<ConsolidatedFigure> figures,
            List<NotConsolidated> notConsolidated) {}

    /** An indicator whose values are kept, and read report by report. */
    record NotConsolidated(String indicator, Aggregation aggregation) {}

    /** The reports behind a figure. */
    @Schema(name = "Provenance")
    record Provenance(
            String figure, ReportingYear year, String formula, List<Contributions.Contribution> contributions) {}

    @GET
    @RolesAllowed({Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readConsolidated",
            summary = "The consolidated report of a year: figures with coverage and change, and who has reported")
    public View read(
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String text,
            @BeanParam Question question) {
        var year = years.require(text).year();
        var expected = signatories.expected(year, question.filter());
        var catalogue = catalogues.of(year);
        var sums = question.isPlain() ? totals.ofAll(year) : totals.of(expected, year, question.knownOn());
        var consolidation = new Consolidation(
                sums, year.start(), expected.size(), id -> "/api/charter/v1/consolidated/%s/figures/%s/provenance%s"
                        .formatted(year, id, question.asQuery()));
        return new View(
                year,
                question.knownOn() == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : question.knownOn(),
                "NONE",
                catalogue.edition(),
                reporters.completeness(year, expected, question.knownOn()),
                consolidation.figures(catalogue, question.pillar()),
                catalogue.indicators().stream()
                        .filter(indicator ->
                                question.pillar() == null || question.pillar().equals(indicator.pillar()))
                        .filter(indicator -> !Consolidation.SUMMED.contains(indicator.aggregation()))
                        .map(indicator -> new NotConsolidated(indicator.code(), indicator.aggregation()))
                        .toList());
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
        var year = years.require(text).year();
        var name = Total.Name.parse(id);
        var indicator =
                catalogues.of(year).find(name.indicator()).orElseThrow(() -> Refused.notFound("The figure " + id));
        var expected = signatories.expected(year, question.filter());
        return new Provenance(id, year, formula(indicator), contributions.of(name, year, expected, question.knownOn()));
    }

    private static String formula(Indicator indicator) {
        return switch (indicator.aggregation()) {
            case SUM -> "sum of values";
            case RATIO_OF_SUMS ->
                switch (indicator.ratioScale()) {
                    case PERCENT -> "100 x sum of numerators / sum of denominators";
                    case PLAIN -> "sum of numerators / sum of denominators";
                    case CHANGE -> "100 x (sum of numerators - sum of denominators) / sum of denominators";
                };
            case WEIGHTED_MEAN, COUNT_DISTINCT, COUNT_TRUE, COUNT_BY_VALUE, LATEST, DERIVED -> "values one by one";
        };
    }
}
