package org.anchors.charter.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.anchors.charter.indicator.Scale;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is shown of a report. */
final class ReportView {

    private ReportView() {}

    /** A report in a list. */
    @Schema(name = "ReportSummary")
    record Summary(
            String reference,
            String organisation,
            ReportingYear year,
            int revision,
            AnnualReport.State state,
            Instant submittedAt) {

        static Summary of(AnnualReport report) {
            return new Summary(
                    report.reference(),
                    report.organisation(),
                    report.year(),
                    report.revision(),
                    report.state(),
                    report.submittedAt());
        }
    }

    /** The answer to a submission. */
    @Schema(name = "SubmittedReport")
    record Receipt(
            String reference,
            String organisation,
            ReportingYear year,
            int revision,
            AnnualReport.State state,
            Instant submittedAt,
            List<Findings.Query> queries) {

        static Receipt of(AnnualReport report, List<Findings.Query> queries) {
            return new Receipt(
                    report.reference(),
                    report.organisation(),
                    report.year(),
                    report.revision(),
                    report.state(),
                    report.submittedAt(),
                    queries);
        }
    }

    /** A report as it stands. */
    @Schema(name = "Report")
    record Full(
            String reference,
            String organisation,
            ReportingYear year,
            int revision,
            AnnualReport.State state,
            @Nullable Integer acceptedRevision,
            Said said) {

        static Full of(AnnualReport report, Said said) {
            return new Full(
                    report.reference(),
                    report.organisation(),
                    report.year(),
                    report.revision(),
                    report.state(),
                    report.acceptedRevision(),
                    said);
        }
    }

    /** What a revision says. */
    @Schema(name = "ReportRevision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            int revision,
            Instant submittedAt,
            String submittedBy,
            Revision.Kind kind,
            @Nullable String reason,
            String catalogue,
            @Nullable Framework framework,
            Submission.@Nullable BoardApproval boardApproval,
            List<Value> values,
            List<Submission.Narrative> narratives,
            List<Submission.CaseStudy> caseStudies,
            List<Findings.Query> queries,
            List<Decided> decisions,
            List<Change> changes) {

        /**
         * What a revision says.
         *
         * @param before the revision before it
         * @param decisions what was decided about the report
         */
        static Said of(Revision revision, @Nullable Revision before, List<Decision> decisions) {
            return new Said(
                    revision.number(),
                    revision.submittedAt(),
                    revision.submittedBy(),
                    revision.kind(),
                    revision.reason(),
                    revision.catalogue(),
                    revision.framework(),
                    revision.boardApproval(),
                    revision.values().stream().map(Value::of).toList(),
                    revision.narratives().stream()
                            .map(stored -> new Submission.Narrative(stored.pillar(), stored.text()))
                            .toList(),
                    revision.caseStudies().stream()
                            .map(stored -> new Submission.CaseStudy(stored.pillar(), stored.title(), stored.text()))
                            .toList(),
                    revision.numberedQueries(),
                    decisions.stream()
                            .filter(decision -> decision.revision() == revision.number())
                            .map(Decided::of)
                            .toList(),
                    before == null
                            ? List.of()
                            : Change.between(Value.all(before), Value.all(revision), revision.reason()));
        }
    }

    /** What was decided about a revision. */
    @Schema(name = "Decision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(
            Decision.Kind decision,
            Instant decidedAt,
            String decidedBy,
            @Nullable String reason,
            List<Item> items) {

        static Decided of(Decision decision) {
            return new Decided(
                    decision.kind(),
                    decision.decidedAt(),
                    decision.decidedBy(),
                    decision.reason(),
                    decision.items().stream()
                            .map(item ->
                                    new Item(item.place(), item.indicator(), item.group(), item.query(), item.reason()))
                            .toList());
        }
    }

    /** One thing to mend, or one query waived. */
    @Schema(name = "DecisionItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Nullable String at,
            @Nullable String indicator,
            @Nullable String group,
            @Nullable Integer query,
            String reason) {}

    /** A value as it was given; yes and no are 1 and 0. It may be sent again as it is. */
    @Schema(name = "StoredValue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(
            String indicator,
            @Nullable String group,
            AnnualReportSubmitted.State state,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String text,
            @Nullable String explanation,
            @Nullable List<String> identifiers,
            @Nullable Map<String, Scalar> attributes,
            @Nullable String restatementReason) {

        static List<Value> all(Revision revision) {
            return revision.values().stream().map(Value::of).toList();
        }

        static Value of(Revision.StoredValue stored) {
            return new Value(
                    stored.indicator(),
                    stored.group(),
                    stored.state(),
                    plain(stored.value()),
                    plain(stored.numerator()),
                    plain(stored.denominator()),
                    stored.text(),
                    stored.explanation(),
                    stored.identifierList(),
                    Attributes.read(stored.attributes()),
                    stored.restatementReason());
        }

        /** As it was sent, without the places that the column adds. */
        private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
            return number == null ? null : Scale.plain(number);
        }
    }
}
