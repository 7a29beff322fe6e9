package org.anchors.employment.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody stayed in work, as far as it is known.
 *
 * @param countsFrom the day from which the first job counts
 * @param firstStart the first day of that job
 * @param sustainedOn the day on which the rule was seen to be met; null where it was not
 * @param endedOn the last day of work before the first gap that was too long; null while there was none, and where one of the jobs
 *     until then was never seen to end: whether somebody was still in that one is not known
 * @param evidence the days until then on which the participant is known to have been in work, in order
 * @param employer the first job's employer, where known
 */
public record Stay(
        LocalDate countsFrom,
        LocalDate firstStart,
        @Nullable LocalDate sustainedOn,
        @Nullable LocalDate endedOn,
        List<LocalDate> evidence,
        @Nullable String employer) {

    /** The stay that milestones, in order of their days, tell of; empty where no job counts. */
    public static Optional<Stay> of(List<Milestone> milestones, OutcomeRule rule) {
        var all = Jobs.of(milestones).all();
        var jobs = all.stream()
                .filter(job -> rule.counts(job.start()))
                .filter(job -> job.end() == null || !job.end().isBefore(rule.countsFrom(job.start())))
                .toList();
        if (jobs.isEmpty()) {
            return Optional.empty();
        }
        var confirmed = milestones.stream()
                .filter(Milestone.InWorkConfirmed.class::isInstance)
                .map(Milestone::on)
                .toList();
        return Optional.of(of(jobs, Spell.of(jobs, all, confirmed), rule));
    }

    private static Stay of(List<Job> jobs, List<Spell> spells, OutcomeRule rule) {
        var first = jobs.getFirst();
        var run = firstRun(spells, rule.longestGap());
        var evidence = new TreeSet<LocalDate>();
        run.forEach(spell -> evidence.addAll(spell.evidence()));
        return new Stay(
                rule.countsFrom(first.start()),
                first.from(),
                sustainedOn(first.from(), spells, List.copyOf(evidence), rule),
                run.stream().anyMatch(Spell::open) ? null : run.getLast().to(),
                List.copyOf(evidence),
                first.start().employer());
    }

    /** The spells until the first gap that is too long. */
    private static List<Spell> firstRun(List<Spell> spells, int longestGap) {
        var run = new ArrayList<Spell>();
        for (var spell : spells) {
            if (!run.isEmpty() && run.getLast().gapUntil(spell) > longestGap) {
                break;
            }
            run.add(spell);
        }
        return run;
    }

    private static @Nullable LocalDate sustainedOn(
            LocalDate start, List<Spell> spells, List<LocalDate> run, OutcomeRule rule) {
        return switch (rule.lasting()) {
            case OutcomeRule.Lasting.Throughout throughout ->
                run.stream()
                        .filter(day -> !day.isBefore(throughout.earliest(start)))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
            case OutcomeRule.Lasting.Altogether altogether -> altogether(start, spells, altogether);
        };
    }

    private static @Nullable LocalDate altogether(
            LocalDate start, List<Spell> spells, OutcomeRule.Lasting.Altogether rule) {
        var end = start.plusDays(rule.window() - 1L);
        var before = 0L;
        for (var spell : spells) {
            for (var day : spell.evidence()) {
                if (before + spell.daysUntil(day, end) >= rule.days()) {
                    return day;
                }
            }
            before += spell.daysUntil(spell.to(), end);
        }
        return null;
    }
}
