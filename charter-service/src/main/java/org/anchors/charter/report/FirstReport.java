package org.anchors.charter.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.kit.audit.Audit;

/** A report that was checked, with its first revision: what is stored, told and noted of it when it is submitted. */
record FirstReport(AnnualReport report, Revision revision, LocalDate due, List<Findings.Query> queries) {

    AnnualReportSubmitted event() {
        return ReportSubmission.event(report, revision, due);
    }

    /** What the audit trail says. */
    Audit.Note note() {
        return new Audit.Note(
                "report-submitted",
                "reports/" + report.reference(),
                Map.of(
                        "revision",
                        revision.number(),
                        "values",
                        revision.values().size()));
    }
}
