package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.Reading;

/** Checks a report, and submits it: straight from a request, or from a draft. */
@ApplicationScoped
class ReportSubmission {

    private final Reports reports;
    private final ReportingYears years;
    private final ReportChecks checks;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    ReportSubmission(
            Reports reports, ReportingYears years, ReportChecks checks, Audit audit, Caller caller, Clock clock) {
        this.reports = reports;
        this.years = years;
        this.checks = checks;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A report that was submitted, and what was odd about it. */
    record Submitted(AnnualReport report, List<Findings.Query> queries) {}

    /** Checks without storing; refuses what would be refused. */
    List<Findings.Query> check(Reading<Submission> reading) {
        var sound = sound(reading);
        requireNone(reading.value().organisation(), sound.check().year());
        return sound.findings().queries();
    }

    /** What was found in a report without faults. */
    private record Sound(YearCheck check, Findings findings) {}

    private Sound sound(Reading<Submission> reading) {
        var sent = reading.value();
        var check = check(sent);
        var findings = check.map(known -> findings(sent, known)).orElseGet(() -> unknownYear(sent));
        reading.refuseIfFaulty(findings.faults());
        return new Sound(check.orElseThrow(), findings);
    }

    /** Finds what is wrong, for somebody who is still writing. */
    Findings findings(Submission sent) {
        return check(sent).map(check -> findings(sent, check)).orElseGet(() -> unknownYear(sent));
    }

    private Optional<YearCheck> check(Submission sent) {
        return checks.of(sent.organisation(), sent.year());
    }

    private Findings findings(Submission sent, YearCheck check) {
        var findings = check.check(sent, checks.lastYear(sent.organisation(), check.year()));
        checks.checkOwners(sent, check.catalogue(), check.year(), findings);
        return findings;
    }

    Submitted submit(Reading<Submission> reading) {
        var sound = sound(reading);
        var first = first(reading.value(), sound.findings().queries(), sound.check());
        reports.add(first);
        audit.recordAll(List.of(first.note()));
        return new Submitted(first.report(), first.queries());
    }

    /** Refuses to write a report where there is one: that one is resubmitted or restated. */
    void requireNone(String organisation, ReportingYear year) {
        reports.requireNone(organisation, year);
    }

    /** Makes a report of what was checked; to store, announce and note it is left to the caller. */
    FirstReport first(Submission sent, List<Findings.Query> queries, YearCheck check) {
        var report = AnnualReport.submitted(sent.organisation(), check.year(), now());
        var owned = Owned.in(sent, check.catalogue(), check.year());
        var origin = new Revision.Origin(
                check.catalogue().edition(), check.window().due(), caller.subject(), queries, owned);
        var revision = Revision.of(report, Revision.Kind.SUBMISSION, sent, origin);
        return new FirstReport(report, revision, check.window().due(), queries);
    }

    /**
     * A revision with all its figures, for whoever follows the reports.
     *
     * @param due last day on which the report would have been on time, as it was set then
     */
    static AnnualReportSubmitted event(AnnualReport report, Revision revision, LocalDate due) {
        return new AnnualReportSubmitted(
                report.reference(),
                report.organisation(),
                report.year().toString(),
                revision.number(),
                revision.submittedAt(),
                due,
                revision.catalogue(),
                revision.values().stream()
                        .map(value -> new AnnualReportSubmitted.Value(
                                value.indicator(),
                                value.group(),
                                value.state(),
                                value.value(),
                                value.numerator(),
                                value.denominator(),
                                value.text(),
                                value.identifierList(),
                                Attributes.texts(value.attributes()),
                                value.restatementReason()))
                        .toList(),
                revision.framework() == null ? null : revision.framework().name(),
                revision.boardApproval() == null
                        ? null
                        : revision.boardApproval().on(),
                revision.reason());
    }

    private Findings unknownYear(Submission sent) {
        var findings = new Findings();
        var known = years.all().stream().map(window -> window.year().toString()).toList();
        findings.fault("/year", null, "unknown-year", sent.year(), "Years: " + String.join(", ", known) + ".");
        return findings;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
