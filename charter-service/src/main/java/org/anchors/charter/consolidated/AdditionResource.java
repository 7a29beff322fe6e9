package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sums over several figures, for a sentence in a report: made where they may be made, refused with the reason otherwise. */
@Path("/consolidated/{year}/sum")
@Tag(name = "Consolidated report")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AdditionResource {

    private static final int MOST = 20;

    private final ConsolidatedReports reports;
    private final Catalogues catalogues;
    private final ReportingYears years;
    private final Signatories signatories;
    private final Contributions contributions;

    AdditionResource(
            ConsolidatedReports reports,
            Catalogues catalogues,
            ReportingYears years,
            Signatories signatories,
            Contributions contributions) {
        this.reports = reports;
        this.catalogues = catalogues;
        this.years = years;
        this.signatories = signatories;
        this.contributions = contributions;
    }

    /**
     * A sum of figures of one year.
     *
     * @param value the sum; absent where nobody gave any of them, which is not zero
     * @param coverage the organisations that gave all of them; those that give one give the others
     * @param caveats what to bear in mind of each, where there is something
     */
    @Schema(name = "SumOfFigures")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SumOfFigures(
            ReportingYear year,
            List<String> figures,
            String unit,
            @Nullable BigDecimal value,
            ConsolidatedFigure.Coverage coverage,
            List<String> caveats) {}

    @GET
    @RolesAllowed({Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "sumFigures",
            summary = "The sum of several figures of a year, or why they may not be added up",
            description =
                    "The figures are named and added as they were reported: a pillar, or a policy that protects, is refused.")
    public SumOfFigures sum(
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String text,
            @Parameter(description = "Ids of the figures with commas between, such as SUS-01,SUS-02")
                    @QueryParam("figures")
                    @Nullable
                    String figures,
            @BeanParam Question question) {
        // Apart, because the report chooses its state of the database in its first statement.
        var terms = QuarkusTransaction.requiringNew().call(() -> {
            var catalogue = catalogues.of(years.require(text).year(), question.readableKnownOn());
            var ids = Arrays.stream((figures == null ? "" : figures).split(","))
                    .map(String::strip)
                    .toList();
            question.refuseIfWrong(signatories::unknown, faults(catalogue, ids));
            return terms(catalogue, ids);
        });
        refuseWhatMayNotBeAdded(new Addition(terms));
        var report = reports.report(ReportingYear.parse(text), question);
        var names = terms.stream().map(Addition.Term::name).toList();
        refuseDifferentCoverage(names, report, question);
        var found = names.stream()
                .flatMap(name ->
                        report.figures().stream().filter(figure -> figure.id().equals(name.id())))
                .filter(figure -> figure.value() != null)
                .toList();
        return new SumOfFigures(
                report.year(),
                names.stream().map(Total.Name::id).toList(),
                terms.getFirst().indicator().unit(),
                found.stream()
                        .map(ConsolidatedFigure::value)
                        .reduce(BigDecimal::add)
                        .orElse(null),
                found.stream()
                        .map(ConsolidatedFigure::coverage)
                        .findFirst()
                        .orElse(new ConsolidatedFigure.Coverage(
                                0, report.completeness().partners(), null)),
                found.stream()
                        .filter(figure -> figure.caveat() != null)
                        .map(figure -> figure.id() + ": " + figure.caveat())
                        .toList());
    }

    /** A sum over organisations of which some gave one figure and some another would be nobody's. */
    private void refuseDifferentCoverage(List<Total.Name> names, ConsolidatedReport report, Question question) {
        var year = report.year();
        var knownOn = question.knownOn();
        var organisations = signatories.described(question.filter(), knownOn);
        var some = contributions.gaveOnlySome(names, year, organisations, knownOn);
        if (some > 0) {
            throw new Refused(
                    ConsolidatedRefusal.NOT_ADDABLE,
                    "These figures are not of the same organisations.",
                    List.of(new Fault(
                            "?figures",
                            "different-coverage",
                            names.stream()
                                    .map(name -> name.id() + " by " + givers(name, report))
                                    .collect(Collectors.joining(", ")),
                            "Show them side by side: of some of them nobody knows what %d organisations would add."
                                    .formatted(some))));
        }
    }

    private static long givers(Total.Name name, ConsolidatedReport report) {
        return report.figures().stream()
                .filter(figure -> figure.id().equals(name.id()))
                .mapToLong(figure -> figure.coverage().organisations())
                .sum();
    }

    private static List<Fault> faults(Catalogue catalogue, List<String> ids) {
        return ids.size() > MOST
                ? List.of(new Fault(
                        "?figures",
                        "too-many-figures",
                        String.valueOf(ids.size()),
                        "Name 1 to %d figures of the catalogue.".formatted(MOST)))
                : ids.stream()
                        .filter(id -> !isKnown(Total.Name.parse(id), catalogue))
                        .map(id -> new Fault(
                                "?figures", "unknown-figure", id, "Use ids of figures, such as SUS-01,SUS-02."))
                        .toList();
    }

    private static List<Addition.Term> terms(Catalogue catalogue, List<String> ids) {
        return ids.stream()
                .map(Total.Name::parse)
                .map(name ->
                        new Addition.Term(name, catalogue.find(name.indicator()).orElseThrow()))
                .toList();
    }

    private static boolean isKnown(Total.Name name, Catalogue catalogue) {
        return catalogue
                .find(name.indicator())
                .filter(indicator -> Consolidation.namesOf(indicator).anyMatch(name::equals))
                .isPresent();
    }

    private static void refuseWhatMayNotBeAdded(Addition addition) {
        var obstacles = addition.obstacles();
        if (!obstacles.isEmpty()) {
            throw new Refused(
                    ConsolidatedRefusal.NOT_ADDABLE,
                    "These figures have no sum.",
                    obstacles.stream().map(AdditionResource::fault).toList());
        }
    }

    private static Fault fault(Addition.Obstacle obstacle) {
        var given = obstacle.left().equals(obstacle.right())
                ? obstacle.left().id()
                : obstacle.left().id() + " + " + obstacle.right().id();
        return new Fault(
                "?figures",
                obstacle.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                given,
                "Show them side by side: %s.".formatted(obstacle.reason().why()));
    }
}
