package org.anchors.charter.consolidated;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far each organisation has come, and what is missing where one has not reported. */
@Path("/consolidated/{year}/completeness")
@Tag(name = "Consolidated report")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CompletenessResource {

    private final ReportingYears years;
    private final Signatories signatories;
    private final Reporters reporters;
    private final Catalogues catalogues;
    private final Totals totals;
    private final Contributions contributions;
    private final Watermark watermark;
    private final EssexDays days;

    CompletenessResource(
            ReportingYears years,
            Signatories signatories,
            Reporters reporters,
            Catalogues catalogues,
            Totals totals,
            Contributions contributions,
            Watermark watermark,
            EssexDays days) {
        this.years = years;
        this.signatories = signatories;
        this.reporters = reporters;
        this.catalogues = catalogues;
        this.totals = totals;
        this.contributions = contributions;
        this.watermark = watermark;
        this.days = days;
    }

    @GET
    @RolesAllowed({Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listStandings",
            summary =
                    "How far each organisation has come with its report: missing, drafted, submitted, returned, accepted")
    public Page<Standing> standings(
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String text,
            @BeanParam Question question,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") String after) {
        question.refuseIfWrong(signatories::unknown);
        question.requireNoPolicy();
        watermark.requireKnown(question.knownOn());
        var most = Page.limit(limit);
        var found = standings(years.require(text).year(), question).stream()
                .filter(standing -> standing.organisation().compareTo(Page.after(after)) > 0)
                .limit(most + 1L)
                .toList();
        return Page.of(found, most, Standing::organisation);
    }

    @GET
    @Path("/missing")
    @RolesAllowed({Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listMissingReports",
            summary = "Who has not reported, by how many days it is due or overdue, and what each report would change")
    public Page<Chasing.Owing> missing(
            @Parameter(description = "Reporting year, such as 2024-25") @PathParam("year") String text,
            @BeanParam Question question,
            @Parameter(description = "How many to a page, 1 to 200") @QueryParam("limit") @DefaultValue(Page.USUAL)
                    int limit,
            @Parameter(description = "The value of next from the page before") @QueryParam("after") String after) {
        question.refuseIfWrong(signatories::unknown);
        question.requireNoPolicy();
        question.refusePast();
        var window = years.require(text);
        var most = Page.limit(limit);
        var found = standings(window.year(), question).stream()
                .filter(standing -> !standing.hasReported())
                .filter(standing -> standing.organisation().compareTo(Page.after(after)) > 0)
                .limit(most + 1L)
                .toList();
        return Page.of(owing(window.year(), window.due(), found), most, Chasing.Owing::organisation);
    }

    private List<Standing> standings(ReportingYear year, Question question) {
        return reporters.standings(
                year, signatories.expected(year, question.filter(), question.knownOn()), question.knownOn());
    }

    private List<Chasing.Owing> owing(ReportingYear year, LocalDate due, List<Standing> standings) {
        var lastYear = totals.ofAll(year.previous()).stream()
                .filter(total -> total.year() == year.previous().start())
                .collect(Collectors.toMap(Total::name, Function.identity()));
        var given = contributions.given(
                year.previous(), standings.stream().map(Standing::organisation).toList());
        var catalogue = catalogues.inUse(year.previous(), null).orElseGet(() -> catalogues.of(year));
        var chasing = new Chasing(due, days.today(), catalogue, lastYear);
        return standings.stream()
                .map(standing -> chasing.owing(standing, given.getOrDefault(standing.organisation(), List.of())))
                .toList();
    }
}
