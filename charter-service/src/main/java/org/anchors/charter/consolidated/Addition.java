package org.anchors.charter.consolidated;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.Total.Name;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Indicator.Caution;

/**
 * Whether figures may be added up (reporting.md, Consolidating: what may not be added is refused, never added quietly). Figures
 * may be added where they are sums in one unit over the same period and nothing can be in two of them.
 *
 * @param terms the figures that somebody wants to add
 */
record Addition(List<Term> terms) {

    /** One figure of an addition. */
    record Term(Name name, Indicator indicator) {}

    /** Why two figures may not be added. */
    enum Reason {
        NOT_A_SUM("it is no sum of quantities: shares, levels, codes and counts of different things are not added"),
        OTHER_UNIT("they have different units"),
        OTHER_PERIOD("one is a state on a day and the other happened over a year: there is no period for their sum"),
        OVERLAPPING_GROUPS("groups overlap, and a total holds its groups"),
        SAME_MONEY("the same pounds may be in both, such as what is spent and the contracts that it is spent under"),
        SAME_PEOPLE("the same people may be in both, such as people helped, job offers and jobs"),
        SAME_FIGURE("it is there twice");

        private final String why;

        Reason(String why) {
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    /** Two figures that may not be added, or one that may not be added to anything. */
    record Obstacle(Name left, Name right, Reason reason) {}

    /** Places on capital schemes are not part of apprenticeship starts (indicators.csv: LAB-06, not in EMP-08). */
    private static final Set<String> DIFFERENT_PEOPLE = Set.of("EMP-08", "LAB-06");

    private static final String PERSONS = "persons";
    private static final String POUNDS = "GBP";

    /** Everything that stands against the addition; empty where it may be made. */
    List<Obstacle> obstacles() {
        return Stream.concat(
                        terms.stream()
                                .filter(term -> !isSum(term))
                                .map(term -> new Obstacle(term.name(), term.name(), Reason.NOT_A_SUM)),
                        terms.stream().flatMap(left -> terms.subList(terms.indexOf(left) + 1, terms.size()).stream()
                                .flatMap(right -> between(left, right).stream())))
                .distinct()
                .toList();
    }

    private static boolean isSum(Term term) {
        return term.indicator().aggregation() == Aggregation.SUM
                && !term.name().group().equals(Pooling.CONVERSION);
    }

    private static Optional<Obstacle> between(Term left, Term right) {
        if (!isSum(left) || !isSum(right)) {
            return Optional.empty();
        }
        return reason(left, right).map(reason -> new Obstacle(left.name(), right.name(), reason));
    }

    private static Optional<Reason> reason(Term left, Term right) {
        if (left.name().equals(right.name())) {
            return Optional.of(Reason.SAME_FIGURE);
        }
        if (left.indicator().code().equals(right.indicator().code())) {
            return Optional.of(Reason.OVERLAPPING_GROUPS);
        }
        if (!left.indicator().unit().equals(right.indicator().unit())) {
            return Optional.of(Reason.OTHER_UNIT);
        }
        if (isOnADay(left) != isOnADay(right)) {
            return Optional.of(Reason.OTHER_PERIOD);
        }
        if (left.indicator().unit().equals(POUNDS)) {
            return Optional.of(Reason.SAME_MONEY);
        }
        return left.indicator().unit().equals(PERSONS) && !areDifferentPeople(left, right)
                ? Optional.of(Reason.SAME_PEOPLE)
                : Optional.empty();
    }

    /** Everything else that is a sum happened in the course of the year. */
    private static boolean isOnADay(Term term) {
        return term.indicator().adding().contains(Caution.STATE_ON_A_DAY);
    }

    private static boolean areDifferentPeople(Term left, Term right) {
        return DIFFERENT_PEOPLE.contains(left.indicator().code())
                && DIFFERENT_PEOPLE.contains(right.indicator().code());
    }
}
