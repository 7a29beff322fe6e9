package org.anchors.charter.consolidated;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.ConsolidatedFigure.Apart;
import org.anchors.charter.consolidated.ConsolidatedFigure.Change;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Figures as a disclosure policy lets them be seen (reporting.md, Small numbers): everything is added up exactly first, each
 * part is rounded or suppressed then, and percentages and changes are made of the parts as they are seen. What is missing
 * because of the policy is named.
 */
record Disclosed(Sums sums, int year, int expected, UnaryOperator<String> provenance) {

    private static final Map<String, Function<ConsolidatedFigure, @Nullable Object>> MEMBERS = Map.of(
            "numerator", ConsolidatedFigure::numerator,
            "denominator", ConsolidatedFigure::denominator,
            "value", ConsolidatedFigure::value,
            "range", ConsolidatedFigure::range,
            "distribution", ConsolidatedFigure::distribution,
            "median", ConsolidatedFigure::median,
            "change", ConsolidatedFigure::change);

    private static final Map<String, Function<Change, @Nullable Object>> MEMBERS_OF_CHANGE = Map.of(
            "change.previous",
            Change::previous,
            "change.joiners.value",
            change -> valueOf(change.joiners()),
            "change.leavers.value",
            change -> valueOf(change.leavers()));

    List<ConsolidatedFigure> figures(Policy policy, Catalogue catalogue, @Nullable String pillar) {
        var exact = new Consolidation(sums, year, expected, provenance).figures(catalogue, pillar);
        if (!policy.protects()) {
            return exact;
        }
        var seen = new Consolidation(sums, year, expected, provenance, policy)
                .figures(catalogue, pillar).stream()
                        .collect(Collectors.toMap(ConsolidatedFigure::id, Function.identity()));
        return exact.stream()
                .flatMap(figure -> Stream.ofNullable(seen.get(figure.id()))
                        .map(shown -> shown.withoutProvenance(suppressed(figure, shown))))
                .toList();
    }

    private static List<String> suppressed(ConsolidatedFigure exact, ConsolidatedFigure seen) {
        return Stream.concat(
                        missing(MEMBERS, exact, seen),
                        exact.change() == null || seen.change() == null
                                ? Stream.empty()
                                : missing(MEMBERS_OF_CHANGE, exact.change(), seen.change()))
                .sorted()
                .toList();
    }

    private static <T> Stream<String> missing(Map<String, Function<T, @Nullable Object>> members, T exact, T seen) {
        return members.entrySet().stream()
                .filter(member -> member.getValue().apply(exact) != null
                        && member.getValue().apply(seen) == null)
                .map(Map.Entry::getKey);
    }

    private static @Nullable Object valueOf(Apart apart) {
        return apart.value();
    }
}
