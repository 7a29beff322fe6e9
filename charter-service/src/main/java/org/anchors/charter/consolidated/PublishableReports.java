package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.disclosure.AtMost;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.section.Sections;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/** Consolidated reports as they may be published, with what they say about the organisations behind them. */
@ApplicationScoped
public class PublishableReports {

    private final ConsolidatedReports reports;
    private final Signatories signatories;
    private final Catalogues catalogues;
    private final GivenValues values;
    private final Sections sections;
    private final Watermark watermark;

    PublishableReports(
            ConsolidatedReports reports,
            Signatories signatories,
            Catalogues catalogues,
            GivenValues values,
            Sections sections,
            Watermark watermark) {
        this.reports = reports;
        this.signatories = signatories;
        this.catalogues = catalogues;
        this.values = values;
        this.sections = sections;
        this.watermark = watermark;
    }

    /**
     * What of the report is to be published.
     *
     * @param pillar only this pillar, or null for all
     * @param filter only some organisations
     * @param at the instant whose knowledge it shows
     * @param withheld figures that are left out
     */
    public record Selection(
            ReportingYear year,
            @Nullable String pillar,
            Signatories.Filter filter,
            Instant at,
            Policy policy,
            Withheld withheld) {

        private Question question() {
            var question = new Question();
            question.pillar = pillar;
            question.sector = filter.sector();
            question.place = filter.place();
            question.alliance = filter.alliance();
            question.level = filter.level();
            question.asKnownOn = at.toString();
            question.policy = policy.label();
            return question;
        }
    }

    /**
     * A report as it may be published.
     *
     * @param claims what it says about the organisations behind it
     * @param rules finds what is publicly known to hold between quantities that claims are about
     * @param open measures that need no protection
     * @param agrees whether the claims add up to the figures
     */
    public record Publishable(
            ConsolidatedReport report,
            List<Claim> claims,
            Function<Collection<Claim>, List<AtMost>> rules,
            Set<String> open,
            boolean agrees) {}

    /** Of how many organisations that a filter leaves there can be figures, as known on an instant; null for now. */
    public int partners(ReportingYear year, Signatories.Filter filter, @Nullable Instant knownOn) {
        return reports.completeness(year, filter, signatories.described(filter, knownOn), knownOn)
                .partners();
    }

    /** Whether an instant is one that a report can be asked for. */
    public static boolean isPossible(Instant instant) {
        return Question.isPossible(instant);
    }

    /**
     * The instant whose knowledge is published: the one asked for, or the latest on which everything is known. Not within a
     * transaction, which would itself be something that is not known yet.
     *
     * @throws org.anchors.kit.refusal.Refused when not everything up to the instant asked for has arrived
     */
    public Instant instant(@Nullable Instant asked) {
        watermark.requireKnown(asked, "/asKnownOn");
        return asked == null ? watermark.latest() : asked.truncatedTo(ChronoUnit.MICROS);
    }

    /** What is known on an instant does not change, so the parts of this are of one state whenever they are read. */
    public Publishable read(String publication, Selection selection) {
        var year = selection.year();
        var organisations = signatories.described(selection.filter(), selection.at());
        var catalogue = catalogues.of(year, selection.at());
        var report = selection.withheld().from(reports.knownOn(year, selection.question()));
        var given = values.given(organisations, year, selection.at());
        var measures = new Measures(catalogue);
        var saying = new ClaimsOfFigures(publication, selection.policy(), year, measures, given);
        var ofFigures = report.figures().stream()
                .flatMap(figure -> saying.of(catalogue.find(figure.indicator()).orElseThrow(), figure).stream())
                .toList();
        var scope = new Sections.Scope(year, organisations, selection.at());
        var ofSections = report.employment() == null
                ? List.<Claim>of()
                : sections.claims(scope, publication, selection.policy());
        return new Publishable(
                report,
                Stream.concat(ofFigures.stream(), ofSections.stream()).toList(),
                claims -> Stream.concat(measures.rules(claims).stream(), Sections.rules(claims).stream())
                        .toList(),
                measures.open(year),
                report.figures().stream().allMatch(figure -> agrees(figure, year, ofFigures)));
    }

    /** Figures and claims come from the same rows; a report that is published must not say anything else than its claims. */
    private static boolean agrees(ConsolidatedFigure figure, ReportingYear year, List<Claim> claims) {
        var upper = figure.numerator() == null ? figure.value() : figure.numerator();
        return agrees(figure.id() + " numerator", upper, claims)
                && agrees(figure.id() + " denominator", figure.denominator(), claims)
                && ClaimsOfFigures.shown(figure, year).entrySet().stream()
                        .allMatch(part -> agrees(figure.id() + " numerator" + part.getKey(), part.getValue(), claims));
    }

    private static boolean agrees(String cell, @Nullable BigDecimal shown, List<Claim> claims) {
        return shown == null
                || claims.stream().filter(claim -> claim.cell().equals(cell)).allMatch(claim -> claim.shown()
                        .equals(new Count.Shown(Lens.people(shown))));
    }
}
