package org.anchors.charter.report;

import java.util.List;
import java.util.Objects;

/** Whether a report that arrives says what a revision says already. */
final class Sameness {

    private Sameness() {}

    static boolean of(Revision stored, Submission sent) {
        return stored.framework() == sent.framework()
                && Objects.equals(stored.boardApproval(), sent.boardApproval())
                && values(stored.values())
                        .equals(values(sent.values().stream()
                                .map(Revision.StoredValue::of)
                                .toList()))
                && stored.narratives().stream()
                        .map(narrative -> new Submission.Narrative(narrative.pillar(), narrative.text()))
                        .toList()
                        .equals(sent.narrativesOrNone())
                && stored.caseStudies().stream()
                        .map(study -> new Submission.CaseStudy(study.pillar(), study.title(), study.text()))
                        .toList()
                        .equals(sent.caseStudiesOrNone());
    }

    /** As they are shown, where 1.50 and 1.5 are the same. */
    private static List<ReportView.Value> values(List<Revision.StoredValue> values) {
        return values.stream().map(ReportView.Value::of).toList();
    }
}
