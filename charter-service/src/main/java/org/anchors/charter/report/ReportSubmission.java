package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.anchors.charter.charter.Charter;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Checks a report, and submits it: straight from a request, or from a draft. */
@ApplicationScoped
class ReportSubmission {

    /** Days in the charter are days in Essex. */
    private static final ZoneId ESSEX = ZoneId.of("Europe/London");

    private final Reports reports;
    private final ReportingYears years;
    private final Catalogues catalogues;
    private final Charter charter;
    private final Signatories signatories;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    ReportSubmission(
            Reports reports,
            ReportingYears years,
            Catalogues catalogues,
            Charter charter,
            Signatories signatories,
            Outbox outbox,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.reports = reports;
        this.years = years;
        this.catalogues = catalogues;
        this.charter = charter;
        this.signatories = signatories;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A report that was submitted, and what was odd about it. */
    record Submitted(AnnualReport report, List<Findings.Query> queries) {}

    /** Checks without storing; refuses with every fault of shape and rules. */
    List<Findings.Query> check(Reading<Submission> reading) {
        var findings = findings(reading.value());
        reading.refuseIfFaulty(findings.faults());
        return findings.queries();
    }

    /** Finds what is wrong, for somebody who is still writing. */
    Findings findings(Submission sent) {
        var window = years.find(sent.year());
        if (window.isEmpty()) {
            return unknownYear(sent);
        }
        var year = window.get().year();
        var findings =
                checkFor(sent.organisation(), window.get(), catalogues.of(year)).check(sent);
        notARestatement(sent, findings);
        if (sent.organisation() != null && !signatories.isExpected(sent.organisation(), year)) {
            findings.fault(
                    "/organisation",
                    null,
                    "not-on-the-charter",
                    sent.organisation(),
                    "Only signatories of the charter report for %s; ask the anchor team.".formatted(year));
        }
        return findings;
    }

    /** A reason belongs to the correction of what was accepted. */
    static void notARestatement(Submission sent, Findings findings) {
        var mend = "Leave it out: it belongs to a restatement.";
        if (sent.restatementReason() != null) {
            findings.fault("/restatementReason", null, "not-a-restatement", sent.restatementReason(), mend);
        }
        for (var figure : Figure.of(sent)) {
            var reason = figure.sent().restatementReason();
            if (reason != null) {
                findings.fault(
                        figure.at() + "/restatementReason",
                        figure.sent().indicator(),
                        "not-a-restatement",
                        reason,
                        mend);
            }
        }
    }

    /** The check of an organisation's report for a year, with what it reported for the year before. */
    ReportCheck checkFor(@Nullable String organisation, ReportingWindow window, Catalogue catalogue) {
        var year = window.year();
        return new ReportCheck(
                catalogue,
                window,
                charter.commitmentsFor(year),
                organisation == null
                        ? LastYear.none(year.previous())
                        : reports.newest(organisation, year.previous())
                                .map(revision -> LastYear.of(
                                        year.previous(), revision, catalogues.byEdition(revision.catalogue())))
                                .orElseGet(() -> LastYear.none(year.previous())),
                today());
    }

    Submitted submit(Reading<Submission> reading) {
        var submitted = store(reading.value(), check(reading));
        noteInTrail(
                submitted.report().reference(),
                submitted.report().revision(),
                reading.value().values().size());
        return submitted;
    }

    /** Stores a report that was checked and announces it; the entry in the audit trail is to follow. */
    Submitted store(Submission sent, List<Findings.Query> queries) {
        var window = years.require(sent.year());
        var catalogue = catalogues.of(window.year()).edition();
        var report = AnnualReport.submitted(sent.organisation(), window.year(), now());
        var origin = new Revision.Origin(catalogue, caller.subject(), queries);
        var revision = Revision.of(report, Revision.Kind.SUBMISSION, sent, origin);
        reports.add(report, revision);
        outbox.add(event(report, revision, window));
        return new Submitted(report, queries);
    }

    /** Comes last in a transaction, as every audit entry. */
    void noteInTrail(String reference, int revision, int values) {
        audit.record("report-submitted", "reports/" + reference, Map.of("revision", revision, "values", values));
    }

    /** A revision with all its figures, for whoever follows the reports. */
    static AnnualReportSubmitted event(AnnualReport report, Revision revision, ReportingWindow window) {
        return new AnnualReportSubmitted(
                report.reference(),
                report.organisation(),
                report.year().toString(),
                revision.number(),
                revision.submittedAt(),
                window.due(),
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
                                Attributes.texts(value.attributes())))
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

    private LocalDate today() {
        return LocalDate.ofInstant(now(), ESSEX);
    }
}
