package org.anchors.charter.section;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.section.Employment.Group;
import org.anchors.charter.section.Employment.Programme;
import org.anchors.charter.section.Employment.Total;
import org.anchors.charter.section.Employment.Totals;
import org.anchors.contracts.event.OutcomeTotalsChanged.Basis;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.jspecify.annotations.Nullable;

/** Adds up what was told of programmes, cohort by cohort, and over programmes (employment.md, Counting). */
final class OutcomeSums {

    private static final String TWICE =
            "It may hold people twice: programmes do not know of each other's participants.";

    private static final String ROUNDED_APART =
            TWICE + " Each programme's count was rounded to 5 before they were added up.";

    private OutcomeSums() {}

    /**
     * The section.
     *
     * @param registered the programmes that had been registered to begin in the year or before
     */
    static Employment section(Receipts.@Nullable Newest newest, List<Outcome> all, Set<String> registered) {
        var outcomes = Outcome.chosen(all);
        var programmes = programmes(outcomes, "", true);
        var known = new HashSet<>(registered);
        programmes.forEach(programme -> known.add(programme.programme()));
        return new Employment(
                newest == null ? null : newest.event(),
                newest == null ? null : newest.receivedAt(),
                programmes,
                totals(programmes, known.size(), TWICE),
                groups(outcomes)
                        .map(group -> new Group(
                                group, totals(programmes(outcomes, group, true), known.size(), ROUNDED_APART)))
                        .toList(),
                programmes(outcomes, "", false));
    }

    /** The target groups that there are, in their order. */
    static Stream<String> groups(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.year() != 0)
                .map(Outcome::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .sorted();
    }

    static List<Programme> programmes(List<Outcome> outcomes, String group, boolean inYear) {
        return outcomes.stream()
                .filter(outcome -> outcome.group().equals(group) && (outcome.year() != 0) == inYear)
                .collect(Collectors.groupingBy(Outcome::programme, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(OutcomeSums::programme)
                .toList();
    }

    private static Programme programme(List<Outcome> outcomes) {
        var any = outcomes.getLast();
        return new Programme(
                any.programme(),
                any.name(),
                any.provider(),
                any.basis(),
                quality(outcomes),
                sum(outcomes, Outcome.Counts::participants),
                sum(outcomes, Outcome.Counts::jobOffers),
                sum(outcomes, Outcome.Counts::inWork),
                sum(outcomes, Outcome.Counts::sustained),
                null);
    }

    private static Quality quality(List<Outcome> outcomes) {
        var stated = outcomes.stream().map(Outcome::quality);
        var known = isPartlyUnknown(outcomes) ? Stream.of(Quality.LOWER_BOUND) : Stream.<Quality>empty();
        return Stream.concat(stated, known)
                .max(Comparator.comparingInt(OutcomeSums::inexactness))
                .orElseThrow();
    }

    private static int inexactness(Quality quality) {
        return switch (quality) {
            case EXACT -> 0;
            case ROUNDED -> 1;
            case LOWER_BOUND -> 2;
            case PERIOD_NOT_STATED -> 3;
        };
    }

    private static boolean isPartlyUnknown(List<Outcome> outcomes) {
        return List.<Function<Outcome.Counts, @Nullable Integer>>of(
                        Outcome.Counts::participants,
                        Outcome.Counts::jobOffers,
                        Outcome.Counts::inWork,
                        Outcome.Counts::sustained)
                .stream()
                .map(count -> outcomes.stream()
                        .filter(outcome -> count.apply(outcome.counts()) != null)
                        .count())
                .anyMatch(known -> known > 0 && known < outcomes.size());
    }

    private static @Nullable Long sum(List<Outcome> outcomes, Function<Outcome.Counts, @Nullable Integer> count) {
        return outcomes.stream()
                .map(outcome -> count.apply(outcome.counts()))
                .filter(Objects::nonNull)
                .map(Integer::longValue)
                .reduce(Long::sum)
                .orElse(null);
    }

    private static Totals totals(List<Programme> programmes, int of, String caveat) {
        return new Totals(
                total(having(programmes, Basis.RECORDS), of, caveat, Programme::participants),
                total(having(programmes, Basis.RETURN), of, caveat, Programme::participants),
                total(programmes, of, caveat, Programme::jobOffers),
                total(programmes, of, caveat, Programme::inWork),
                total(programmes, of, caveat, Programme::sustained));
    }

    static List<Programme> having(Collection<Programme> programmes, Basis basis) {
        return programmes.stream()
                .filter(programme -> programme.basis() == basis)
                .toList();
    }

    private static Total total(
            List<Programme> programmes, int of, String caveat, Function<Programme, @Nullable Long> count) {
        var covered = programmes.stream()
                .filter(programme -> count.apply(programme) != null)
                .toList();
        return new Total(
                covered.stream()
                        .map(count)
                        .filter(Objects::nonNull)
                        .reduce(Long::sum)
                        .orElse(null),
                covered.size(),
                of,
                covered.stream().anyMatch(programme -> programme.quality() == Quality.LOWER_BOUND),
                covered.size() > 1 ? caveat : null,
                null);
    }
}
