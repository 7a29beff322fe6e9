package org.anchors.employment.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A time in work without a day between two jobs.
 *
 * @param from its first day
 * @param to the last day on which it is known to have gone on
 * @param open whether one of its jobs was never seen to end, so that it may have gone on beyond that
 * @param evidence the days that are known, from the first to the last
 */
record Spell(LocalDate from, LocalDate to, boolean open, List<LocalDate> evidence) {

    /**
     * The spells that jobs make.
     *
     * @param jobs those that count
     * @param all those that do not, too: a confirmation may be about one of them
     * @param confirmed the days on which somebody was confirmed to be in work
     */
    static List<Spell> of(List<Job> jobs, List<Job> all, List<LocalDate> confirmed) {
        var lastBegun = lastBegun(all, confirmed);
        var spells = new ArrayList<Spell>();
        jobs.stream()
                .distinct()
                .map(job -> of(
                        job,
                        confirmed.stream()
                                .filter(day -> job.isGoingOn(day) && job.from().equals(lastBegun.get(day)))
                                .toList()))
                .sorted(Comparator.comparing(Spell::from))
                .forEach(spell -> {
                    if (!spells.isEmpty() && spells.getLast().gapUntil(spell) <= 0) {
                        spells.add(spells.removeLast().and(spell));
                    } else {
                        spells.add(spell);
                    }
                });
        return spells;
    }

    /** A confirmation is about the job that began last: another one may have ended unseen when that began. */
    private static Map<LocalDate, LocalDate> lastBegun(List<Job> all, List<LocalDate> confirmed) {
        var begun = new HashMap<LocalDate, LocalDate>();
        for (var day : confirmed) {
            all.stream()
                    .filter(job -> job.isGoingOn(day))
                    .map(Job::from)
                    .max(Comparator.naturalOrder())
                    .ifPresent(from -> begun.put(day, from));
        }
        return begun;
    }

    private static Spell of(Job job, List<LocalDate> confirmed) {
        var evidence = new TreeSet<>(confirmed);
        evidence.add(job.from());
        if (job.end() != null) {
            evidence.add(job.end());
        }
        return new Spell(job.from(), evidence.getLast(), job.end() == null, List.copyOf(evidence));
    }

    /** Days on which nobody was seen to work between this spell and a later one; 0 where one follows on the other. */
    long gapUntil(Spell later) {
        return ChronoUnit.DAYS.between(to, later.from) - 1;
    }

    /** Days in work from the first day of the spell to a day, both included, none of them behind the end of a window. */
    long daysUntil(LocalDate day, LocalDate windowEnd) {
        return Math.max(0, ChronoUnit.DAYS.between(from, day.isAfter(windowEnd) ? windowEnd : day) + 1);
    }

    private Spell and(Spell later) {
        var all = new TreeSet<>(evidence);
        all.addAll(later.evidence);
        return new Spell(from, all.getLast(), open || later.open, List.copyOf(all));
    }
}
