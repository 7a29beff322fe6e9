package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.anchors.kit.outbox.Outbox;

/** Takes later revisions of a report: what was returned comes again, what was accepted is restated. */
@ApplicationScoped
class ReportAmendment {

    private final Reports reports;
    private final ReportSubmission submission;
    private final ReportingYears years;
    private final ReportChecks checks;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;

    ReportAmendment(
            Reports reports,
            ReportSubmission submission,
            ReportingYears years,
            ReportChecks checks,
            Outbox outbox,
            Audit audit,
            Caller caller) {
        this.reports = reports;
        this.submission = submission;
        this.years = years;
        this.checks = checks;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /** What an amendment would say and change. */
    record Checked(List<Findings.Query> queries, List<Change> changes) {}

    /** The same with what it names that no other organisation's report may. */
    private record Found(Checked checked, List<Owned> owned) {}

    /** Checks an amendment without storing it; refuses what would be refused. */
    Checked check(Filing.Amended amended, Reading<Submission> reading) {
        var report = held(amended);
        var before = reports.requireRevision(report.reference(), report.revision());
        // The step is only tried: nothing of it may reach the database.
        reports.getEntityManager().detach(report);
        step(report, amended.kind());
        return check(report, before, amended.kind(), reading).checked();
    }

    /** Takes an amendment as the report's next revision, and announces it with all its figures. */
    ReportSubmission.Submitted take(Filing.Amended amended, Reading<Submission> reading) {
        var kind = amended.kind();
        var report = held(amended);
        var before = reports.requireRevision(report.reference(), report.revision());
        step(report, kind);
        var found = check(report, before, kind, reading);
        var checked = found.checked();
        var due = years.require(report.year().toString()).due();
        var origin = new Revision.Origin(before.catalogue(), due, caller.subject(), checked.queries(), found.owned());
        var revision = Revision.of(report, kind, reading.value(), origin);
        reports.add(revision);
        outbox.add(ReportSubmission.event(report, revision, due));
        audit.record(
                kind == Revision.Kind.RESTATEMENT ? "report-restated" : "report-resubmitted",
                "reports/" + report.reference(),
                Map.of(
                        "revision",
                        report.revision(),
                        "values",
                        revision.values().size(),
                        "changed",
                        checked.changes().size()));
        return new ReportSubmission.Submitted(report, checked.queries());
    }

    private AnnualReport held(Filing.Amended amended) {
        var report = reports.requireForChange(amended.reference(), caller);
        Visibility.requireOwnReport(report, caller);
        new Version(report.version()).require(amended.ifMatch());
        return report;
    }

    private void step(AnnualReport report, Revision.Kind kind) {
        switch (kind) {
            case RESUBMISSION -> report.resubmit(submission.now());
            case RESTATEMENT -> report.restate(submission.now());
            case SUBMISSION -> throw new IllegalArgumentException("A report is submitted once");
        }
    }

    /** A value pins the edition it was given under, and so does what corrects it. */
    private Found check(AnnualReport report, Revision before, Revision.Kind kind, Reading<Submission> reading) {
        var sent = reading.value();
        var window = years.require(report.year().toString());
        var check = checks.ofLater(report.organisation(), window, before.catalogue());
        var findings = check.recheck(sent);
        checks.checkOwners(sent, check.catalogue(), report.year(), findings);
        AmendmentCheck.belongsTo(report.organisation(), report.year().toString(), sent, findings);
        List<Change> changes = List.of();
        if (kind == Revision.Kind.RESTATEMENT) {
            changes = AmendmentCheck.restates(ReportView.Value.all(before), sent, findings);
        } else {
            AmendmentCheck.notARestatement(sent, findings);
        }
        reading.refuseIfFaulty(findings.faults());
        if (kind != Revision.Kind.RESTATEMENT) {
            changes = Change.between(ReportView.Value.all(before), AmendmentCheck.values(sent), null);
        }
        return new Found(new Checked(findings.queries(), changes), Owned.in(sent, check.catalogue(), report.year()));
    }
}
