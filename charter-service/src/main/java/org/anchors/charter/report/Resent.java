package org.anchors.charter.report;

import java.math.BigDecimal;
import java.util.List;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Kind;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;

/** What was stored, as it would be sent again. Reasons of earlier corrections are left out: each correction has its own. */
final class Resent {

    private Resent() {}

    static Submission of(AnnualReport report, Revision revision, Catalogue catalogue) {
        return new Submission(
                report.organisation(),
                report.year().toString(),
                revision.framework(),
                revision.boardApproval(),
                values(revision, catalogue),
                revision.narratives().stream()
                        .map(stored -> new Submission.Narrative(stored.pillar(), stored.text()))
                        .toList(),
                revision.caseStudies().stream()
                        .map(stored -> new Submission.CaseStudy(stored.pillar(), stored.title(), stored.text()))
                        .toList());
    }

    static List<Submission.Value> values(Revision revision, Catalogue catalogue) {
        return revision.values().stream()
                .map(stored -> value(stored, catalogue.find(stored.indicator()).orElse(null)))
                .toList();
    }

    private static Submission.Value value(Revision.StoredValue stored, @Nullable Indicator indicator) {
        return new Submission.Value(
                stored.indicator(),
                stored.group(),
                stored.state() == State.GIVEN ? null : stored.state(),
                scalar(stored, indicator),
                stored.numerator(),
                stored.denominator(),
                stored.explanation(),
                stored.identifierList(),
                Attributes.read(stored.attributes()),
                null,
                stored.text());
    }

    private static @Nullable Scalar scalar(Revision.StoredValue stored, @Nullable Indicator indicator) {
        BigDecimal number = stored.value();
        if (number == null) {
            return null;
        }
        return indicator != null && indicator.kind() == Kind.TRUTH
                ? new Scalar.Truth(number.signum() != 0)
                : new Scalar.Number(number);
    }
}
