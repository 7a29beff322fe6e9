package org.anchors.charter.consolidated;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.Total.Name;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Attribute.Adding;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Indicator.Caution;
import org.jspecify.annotations.Nullable;

/**
 * What to bear in mind when a figure is read: that it may count some twice, or that its values differ in what the catalogue says
 * of adding them (indicators.csv).
 *
 * @param totals the sums of the year
 * @param previous the sums of the year before
 * @param distincts how many different things the year's figures name
 * @param yearBefore the catalogue of the year before; null where there was none
 */
record Caveats(
        Map<Name, Total> totals,
        Map<Name, Total> previous,
        Map<Name, Distincts.Distinct> distincts,
        @Nullable Catalogue yearBefore) {

    static final String MAY_COUNT_TWICE = "It may count some twice: not all that were counted are named by number.";
    private static final String PEOPLE_TWICE = "It may count some twice: partners may have supported the same people.";
    private static final String HOST_ONLY =
            "It may count some twice: what several held together is its host's to count, and others may have counted it too.";
    private static final String LEAD_ONLY =
            "It may count some twice: what several worked on is its lead's to count, and others may have counted it too.";
    private static final String OVERLAP = "Groups overlap: do not add them up.";
    private static final int MOST = 8;

    /** Whether the values of an indicator may not be added up: they differ in what they have to be alike in. */
    boolean isSplit(Indicator indicator) {
        return Detail.of(indicator, Adding.ALIKE)
                .anyMatch(detail -> said(detail, totals).size() > 1);
    }

    /** Whether a figure is the same quantity as the year before. */
    boolean isComparable(Indicator indicator, Name name) {
        return otherBefore(indicator).isEmpty()
                && (!name.group().isEmpty()
                        || Detail.of(indicator, Adding.ALIKE).allMatch(this::isAlikeInBothYears));
    }

    private boolean isAlikeInBothYears(Detail detail) {
        var said = said(detail, totals);
        said.addAll(said(detail, previous));
        return said.size() < 2;
    }

    /** The indicator as it was measured the year before, where that was in another way. */
    private Optional<Indicator> otherBefore(Indicator indicator) {
        return Optional.ofNullable(yearBefore)
                .flatMap(catalogue -> catalogue.find(indicator.code()))
                .filter(then -> !then.isComparableWith(indicator) || then.aggregation() != indicator.aggregation());
    }

    /** All of a figure in one text; null where there are none. */
    @Nullable
    String of(Indicator indicator, Aggregation form, Total total, boolean isRange, boolean isCompared) {
        var found = Stream.of(
                        twice(indicator, form, total, isRange),
                        measuredOtherwise(indicator, total.name()),
                        total.group().isEmpty() ? details(indicator, isCompared) : beside(indicator, total.name()))
                .flatMap(caveats -> caveats)
                .collect(Collectors.joining(" "));
        return found.isEmpty() ? null : found;
    }

    private static Stream<String> twice(Indicator indicator, Aggregation form, Total total, boolean isRange) {
        if (isRange) {
            return Stream.of(MAY_COUNT_TWICE);
        }
        var cautions = indicator.adding().stream().flatMap(Caveats::twice).toList();
        if (!cautions.isEmpty()) {
            return cautions.stream();
        }
        return form != Aggregation.LATEST && indicator.groups().contains(total.group())
                ? Stream.of(OVERLAP)
                : Stream.empty();
    }

    private static Stream<String> twice(Caution caution) {
        return switch (caution) {
            case SHARED_PEOPLE -> Stream.of(PEOPLE_TWICE);
            case HOST_ONLY -> Stream.of(HOST_ONLY);
            case LEAD_ONLY -> Stream.of(LEAD_ONLY);
            case STATE_ON_A_DAY -> Stream.empty();
        };
    }

    private Stream<String> measuredOtherwise(Indicator indicator, Name name) {
        return previous.containsKey(name)
                ? otherBefore(indicator).stream()
                        .map(then ->
                                "Not compared with the year before, when it was measured in another way (unit: %s)."
                                        .formatted(then.unit()))
                : Stream.empty();
    }

    private static Stream<String> beside(Indicator indicator, Name name) {
        return Detail.named(indicator, name.group())
                .filter(detail -> detail.attribute().adding() == Adding.OF_WHICH)
                .map(detail -> "It is part of %s: do not add them up.".formatted(indicator.code()));
    }

    private Stream<String> details(Indicator indicator, boolean isCompared) {
        return Detail.of(indicator).flatMap(detail -> switch (detail.attribute().adding()) {
            case ALIKE -> apart(detail);
            case LABELLED -> Stream.concat(mixed(detail), isCompared ? before(detail) : Stream.empty());
            case ONE_OWNER -> named(detail);
            case FREE, OF_WHICH -> Stream.empty();
        });
    }

    private Stream<String> apart(Detail detail) {
        var said = said(detail, totals);
        var before = said(detail, previous);
        if (said.size() > 1) {
            return Stream.of("Not added up, for its values differ in %s: %s. Each stands by itself."
                    .formatted(detail.attribute().name(), listed(said)));
        }
        return said.isEmpty() || before.isEmpty() || said.equals(before)
                ? Stream.empty()
                : Stream.of("Not compared with the year before, which differs in %s: %s."
                        .formatted(detail.attribute().name(), listed(before)));
    }

    private Stream<String> mixed(Detail detail) {
        var said = said(detail, totals);
        return said.size() < 2
                ? Stream.empty()
                : Stream.of("Its values differ in %s: %s."
                        .formatted(detail.attribute().name(), listed(said)));
    }

    private Stream<String> before(Detail detail) {
        var said = said(detail, totals);
        var before = said(detail, previous);
        return said.isEmpty() || before.equals(said)
                ? Stream.empty()
                : Stream.of("The year before has another %s: %s."
                        .formatted(detail.attribute().name(), listed(before)));
    }

    private Stream<String> named(Detail detail) {
        var total = totals.get(detail.part());
        var distinct = distincts.get(detail.part());
        if (total == null || distinct == null) {
            return Stream.empty();
        }
        var again = total.numerator().longValueExact() - distinct.identified();
        return again == 0
                ? Stream.empty()
                : Stream.of("It may count some twice: of its %s, %d are named by a further organisation (see %s)."
                        .formatted(
                                detail.attribute().name(), again, detail.part().id()));
    }

    private static Set<String> said(Detail detail, Map<Name, Total> totals) {
        return totals.values().stream()
                .filter(total -> total.organisations() > 0)
                .map(Total::name)
                .flatMap(name -> detail.saidIn(name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String listed(Set<String> said) {
        var shown = said.stream()
                .limit(MOST)
                .map(one -> one.replace(Detail.NOT_SAID, "not said"))
                .collect(Collectors.joining(", "));
        return said.size() > MOST ? "%s and %d more".formatted(shown, said.size() - MOST) : shown;
    }
}
