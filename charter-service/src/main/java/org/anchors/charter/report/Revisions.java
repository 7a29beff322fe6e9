package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The revisions of a report as they are shown: each with what was decided about it and what it changed. */
@ApplicationScoped
class Revisions {

    private final Reports reports;

    Revisions(Reports reports) {
        this.reports = reports;
    }

    /** The report as it stands. */
    ReportView.Full full(AnnualReport report) {
        return ReportView.Full.of(report, of(report, report.revision()));
    }

    /** One revision. */
    ReportView.Said of(AnnualReport report, int number) {
        var revision = reports.requireRevision(report.reference(), number);
        var before = number == 1 ? null : reports.requireRevision(report.reference(), number - 1);
        return ReportView.Said.of(revision, before, reports.decisions(report.reference()));
    }

    /** All of them, the first first. */
    List<ReportView.Said> all(AnnualReport report) {
        var decisions = reports.decisions(report.reference());
        var shown = new ArrayList<ReportView.Said>();
        Revision before = null;
        for (var revision : reports.revisions(report.reference())) {
            shown.add(ReportView.Said.of(revision, before, decisions));
            before = revision;
        }
        return shown;
    }
}
