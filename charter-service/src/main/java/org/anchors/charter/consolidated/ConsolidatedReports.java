package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.section.Sections;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** Puts a consolidated report together. Everything in one is read from one state of the database. */
@ApplicationScoped
class ConsolidatedReports {

    private final Catalogues catalogues;
    private final Signatories signatories;
    private final ProjectedSums sums;
    private final Reporters reporters;
    private final Commitments commitments;
    private final Sections sections;
    private final Watermark watermark;
    private final Rows rows;
    private final Caller caller;
    private final Clock clock;

    ConsolidatedReports(
            Catalogues catalogues,
            Signatories signatories,
            ProjectedSums sums,
            Reporters reporters,
            Commitments commitments,
            Sections sections,
            Watermark watermark,
            Rows rows,
            Caller caller,
            Clock clock) {
        this.catalogues = catalogues;
        this.signatories = signatories;
        this.sums = sums;
        this.reporters = reporters;
        this.commitments = commitments;
        this.sections = sections;
        this.watermark = watermark;
        this.rows = rows;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The report of a year, of target groups what the caller may see. Call it as the first thing in a transaction.
     *
     * @throws org.anchors.kit.refusal.Refused when not everything up to the instant asked for has arrived
     */
    ConsolidatedReport report(ReportingYear year, Question question) {
        watermark.requireKnown(question.knownOn());
        rows.readOneState();
        var report = knownOn(year, question);
        return question.knownOn() != null || seesPeople() ? withoutGroups(report) : report;
    }

    /**
     * The report of a year as known on an instant up to which everything is known, in any transaction: what is known on it does
     * not change any more.
     */
    ConsolidatedReport knownOn(ReportingYear year, Question question) {
        var policy = question.policy();
        var knownOn = question.knownOn();
        var organisations = signatories.described(question.filter(), knownOn);
        var completeness = question.isPlain()
                ? reporters.completeness(year)
                : completeness(year, question.filter(), organisations, knownOn);
        var asKnownOn = knownOn == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : knownOn;
        var upTo = watermark.upTo(knownOn);
        var link = "/api/charter/v1/consolidated/%s/figures/%%s/provenance%s"
                .formatted(
                        year,
                        question.asQuery(newest(upTo, question, asKnownOn)).replace("%", "%%"));
        var catalogue = catalogues.of(year, knownOn);
        var yearBefore = catalogues.inUse(year.previous(), knownOn).orElse(null);
        var scope = new Sections.Scope(year, organisations, knownOn);
        return new ConsolidatedReport(
                year,
                asKnownOn,
                upTo,
                policy.label(),
                catalogue.edition(),
                completeness,
                commitments
                        .evidenced(year, sums.evidence(year, organisations, question), completeness.partners())
                        .stream()
                        .filter(evidenced -> question.isAbout(evidenced.pillar()))
                        .toList(),
                new Disclosed(
                                sums.of(year, organisations, question).after(yearBefore),
                                year.start(),
                                completeness.partners(),
                                link::formatted)
                        .figures(policy, catalogue, question.pillar()),
                catalogue.indicators().stream()
                        .filter(indicator -> question.isAbout(indicator.pillar()))
                        .filter(indicator -> indicator.aggregation() == Aggregation.DERIVED)
                        .map(indicator ->
                                new ConsolidatedReport.NotConsolidated(indicator.code(), indicator.aggregation()))
                        .toList(),
                question.isAbout("procurement") ? sections.socialValue(scope) : null,
                question.isAbout("employment") ? sections.employment(scope).seenThrough(policy) : null);
    }

    /**
     * How far those whom a filter leaves have come.
     *
     * @param described their keys; null for everyone
     * @param knownOn as it was known at this instant; null for now
     */
    Completeness completeness(
            ReportingYear year,
            Signatories.Filter filter,
            @Nullable List<String> described,
            @Nullable Instant knownOn) {
        return reporters.completeness(year, signatories.expected(year, filter, knownOn), described, knownOn);
    }

    /**
     * The newest thing that figures of the present are made of, so that what is behind them can be opened as it was: a report or,
     * where organisations are chosen by their description, one of those. Null where there is nothing yet.
     */
    private @Nullable Instant newest(Watermark.@Nullable UpTo upTo, Question question, Instant now) {
        if (upTo == null) {
            return null;
        }
        return Stream.of(upTo.at(), question.filter().isNone() ? upTo.at() : signatories.describedLast())
                .max(Instant::compareTo)
                .filter(newest -> newest.isBefore(now))
                .orElse(now);
    }

    /** Whether the caller sees single people's records, or writes them, and could follow one of them in a count of a group. */
    private boolean seesPeople() {
        return caller.has(Role.AUDITOR) || caller.has(Role.PROGRAMME_PROVIDER) || caller.has(Role.EQUALITY_DATA);
    }

    private static ConsolidatedReport withoutGroups(ConsolidatedReport report) {
        var employment = report.employment();
        return employment == null ? report : report.with(report.figures(), employment.withoutGroups());
    }
}
