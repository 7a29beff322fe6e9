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

    /** Those behind a number, in order. The one at that number is read too: the next one is compared with it. */
    List<ReportView.Said> after(AnnualReport report, int number, int most) {
        var decisions = reports.decisions(report.reference());
        var shown = new ArrayList<ReportView.Said>();
        Revision before = null;
        for (var revision : reports.revisionsFrom(report.reference(), number, number == 0 ? most : most + 1)) {
            if (revision.number() > number) {
                shown.add(ReportView.Said.of(revision, before, decisions));
            }
            before = revision;
        }
        return shown;
    }
}
