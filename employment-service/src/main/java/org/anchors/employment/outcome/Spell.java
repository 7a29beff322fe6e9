package org.anchors.employment.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A time in work without a day between two jobs.
 *
 * @param from its first day
 * @param to the last day on which it is known to have gone on
 * @param open whether it may have gone on beyond that
 * @param evidence the days that are known, from the first to the last
 */
record Spell(LocalDate from, LocalDate to, boolean open, List<LocalDate> evidence) {

    /** The spells that jobs make, given the days on which somebody was confirmed to be in work. */
    static List<Spell> of(List<Job> jobs, List<LocalDate> confirmed) {
        var spells = new ArrayList<Spell>();
        jobs.stream()
                .map(job -> of(job, confirmed))
                .sorted(Comparator.comparing(Spell::from))
                .forEach(spell -> {
                    if (!spells.isEmpty() && spells.getLast().reaches(spell)) {
                        spells.add(spells.removeLast().and(spell));
                    } else {
                        spells.add(spell);
                    }
                });
        return spells;
    }

    private static Spell of(Job job, List<LocalDate> confirmed) {
        var evidence = new TreeSet<LocalDate>();
        evidence.add(job.from());
        confirmed.stream().filter(day -> within(day, job.from(), job.end())).forEach(evidence::add);
        if (job.end() != null) {
            evidence.add(job.end());
        }
        return new Spell(job.from(), evidence.getLast(), job.end() == null, List.copyOf(evidence));
    }

    private static boolean within(LocalDate day, LocalDate from, @Nullable LocalDate to) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** A job that nobody saw end goes on until another begins. */
    private boolean reaches(Spell later) {
        return open || gapUntil(later) <= 0;
    }

    /** Days without work between this spell and a later one; 0 where one follows on the other. */
    long gapUntil(Spell later) {
        return ChronoUnit.DAYS.between(to, later.from) - 1;
    }

    /** Days in work from the beginning of the spell until a day, none of them behind the end of a window. */
    long daysUntil(LocalDate day, LocalDate windowEnd) {
        return Math.max(0, ChronoUnit.DAYS.between(from, day.isAfter(windowEnd) ? windowEnd : day));
    }

    private Spell and(Spell later) {
        var all = new TreeSet<>(evidence);
        all.addAll(later.evidence);
        return new Spell(from, all.getLast(), open || later.open, List.copyOf(all));
    }
}
