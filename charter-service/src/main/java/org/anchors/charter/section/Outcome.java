package org.anchors.charter.section;

import jakarta.persistence.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.contracts.event.OutcomeTotalsChanged.Basis;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one cohort of a programme, of one of its target groups over all cohorts, or of a programme that gives totals only.
 *
 * @param year calendar year in which the reporting year starts; 0 where the period is not stated
 * @param group target group; empty for everyone
 */
record Outcome(
        String programme,
        String name,
        String provider,
        int year,
        String group,
        Basis basis,
        Quality quality,
        Counts counts) {

    /** Counts of people; null is not known, which is not zero. */
    record Counts(
            @Nullable Integer participants,
            @Nullable Integer jobOffers,
            @Nullable Integer inWork,
            @Nullable Integer sustained) {

        boolean holdsSomebody() {
            return anyIs(count -> count != null && count > 0);
        }

        boolean saysAnything() {
            return anyIs(Objects::nonNull);
        }

        private boolean anyIs(Predicate<@Nullable Integer> what) {
            return Stream.of(participants, jobOffers, inWork, sustained).anyMatch(what);
        }
    }

    /**
     * What is counted from records goes before what was given as totals for the same programme and year, of every group; not where it
     * counts nobody, as after records that were made by mistake. Totals that were withdrawn say nothing, and are left out.
     */
    static List<Outcome> chosen(List<Outcome> outcomes) {
        var counted = subjects(
                outcomes,
                outcome -> outcome.basis() == Basis.RECORDS && outcome.counts().holdsSomebody());
        var given = subjects(
                outcomes,
                outcome -> outcome.basis() == Basis.RETURN && outcome.counts().saysAnything());
        given.removeAll(counted);
        return outcomes.stream()
                .filter(outcome -> (outcome.basis() == Basis.RETURN) == given.contains(outcome.subject()))
                .toList();
    }

    private static Set<Subject> subjects(List<Outcome> outcomes, Predicate<Outcome> which) {
        return outcomes.stream().filter(which).map(Outcome::subject).collect(Collectors.toCollection(HashSet::new));
    }

    private Subject subject() {
        return new Subject(programme, year);
    }

    private record Subject(String programme, int year) {}

    static Outcome of(Tuple row) {
        return new Outcome(
                row.get("programme", String.class),
                row.get("name", String.class),
                row.get("provider", String.class),
                row.get("year", Integer.class),
                row.get("grp", String.class),
                Basis.valueOf(row.get("basis", String.class)),
                Quality.valueOf(row.get("quality", String.class)),
                new Counts(
                        row.get("participants", Integer.class),
                        row.get("job_offers", Integer.class),
                        row.get("in_work", Integer.class),
                        row.get("sustained", Integer.class)));
    }
}
