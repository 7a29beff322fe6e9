package org.anchors.charter.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a report that arrives says what a revision says already, in whatever order. */
final class Sameness {

    private Sameness() {}

    static boolean of(Revision stored, Submission sent) {
        return stored.framework() == sent.framework()
                && Objects.equals(stored.boardApproval(), sent.boardApproval())
                && values(ReportView.Value.all(stored), AmendmentCheck.values(sent))
                && inAnyOrder(stored.narratives().stream()
                                .map(narrative -> new Submission.Narrative(narrative.pillar(), narrative.text()))
                                .toList())
                        .equals(inAnyOrder(sent.narrativesOrNone()))
                && inAnyOrder(stored.caseStudies().stream()
                                .map(study -> new Submission.CaseStudy(study.pillar(), study.title(), study.text()))
                                .toList())
                        .equals(inAnyOrder(sent.caseStudiesOrNone()));
    }

    private static boolean values(List<ReportView.Value> stored, List<ReportView.Value> sent) {
        return Change.between(stored, sent, null).isEmpty() && explained(stored).equals(explained(sent));
    }

    /** An explanation is no figure, so that it is no change; a report that explains something else says something else. */
    private record Explained(
            String indicator,
            @Nullable String group,
            @Nullable String explanation) {}

    private static Set<Explained> explained(List<ReportView.Value> values) {
        return values.stream()
                .map(value -> new Explained(value.indicator(), value.group(), value.explanation()))
                .collect(Collectors.toSet());
    }

    private static <T> Map<T, Long> inAnyOrder(Collection<T> items) {
        return items.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
