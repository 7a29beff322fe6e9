package org.anchors.charter.consolidated;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.ConsolidatedFigure.Apart;
import org.anchors.charter.consolidated.ConsolidatedFigure.Change;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Figures as a disclosure policy lets them be seen (reporting.md, Small numbers): everything is added up exactly first, each
 * part is rounded or suppressed then, and percentages and changes are made of the parts as they are seen. What is missing
 * because of the policy is named, and so is what could be: a percentage or a change that is not there beside a part that is kept
 * back, whether there is one or not.
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
                        .map(shown -> isControlled(catalogue, figure)
                                ? shown.controlled(suppressed(figure, shown))
                                : shown.withoutProvenance()))
                .toList();
    }

    private static boolean isControlled(Catalogue catalogue, ConsolidatedFigure figure) {
        return catalogue.find(figure.indicator()).orElseThrow().disclosureControl();
    }

    private List<String> suppressed(ConsolidatedFigure exact, ConsolidatedFigure seen) {
        var kept = new TreeSet<String>();
        MEMBERS.forEach((name, member) -> {
            if (member.apply(exact) != null && member.apply(seen) == null) {
                kept.add(name);
            }
        });
        if (exact.aggregation() == Aggregation.RATIO_OF_SUMS) {
            kept.addAll(absentFromRatio(kept));
        }
        if (seen.change() != null) {
            kept.addAll(absentFrom(seen.change()));
        }
        return List.copyOf(kept);
    }

    /** Over a denominator of zero there is no percentage; that there is none must not tell zero from what is kept back. */
    private static Set<String> absentFromRatio(Set<String> kept) {
        return kept.contains("numerator") || kept.contains("denominator") ? Set.of("value") : Set.of();
    }

    private static Set<String> absentFrom(Change change) {
        var absent = new TreeSet<String>();
        if (change.previous() == null) {
            absent.add("change.previous");
        }
        if (isAbsent(change.joiners())) {
            absent.add("change.joiners.value");
        }
        if (isAbsent(change.leavers())) {
            absent.add("change.leavers.value");
        }
        return absent;
    }

    private static boolean isAbsent(Apart apart) {
        return apart.organisations() > 0 && apart.value() == null;
    }
}
