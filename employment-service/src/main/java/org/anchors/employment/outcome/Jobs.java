package org.anchors.employment.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that milestones tell of, each with the end that belongs to it. Somebody who is confirmed to be in work after the end of
 * every job has another one, which began on that day at the latest.
 */
final class Jobs {

    private final List<Job> all = new ArrayList<>();
    private final List<Milestone.JobEnd> endsWithoutStart = new ArrayList<>();
    private final List<Milestone.InWorkConfirmed> confirmedWithoutStart = new ArrayList<>();

    private Jobs() {}

    /** From milestones in the order of their days. */
    static Jobs of(List<Milestone> milestones) {
        var jobs = new Jobs();
        for (var milestone : milestones) {
            switch (milestone) {
                case Milestone.JobStart start -> jobs.all.add(new Job(start, null));
                case Milestone.InWorkConfirmed confirmed -> jobs.confirm(confirmed);
                case Milestone.JobEnd end -> jobs.end(end);
                case Milestone.Referred referred -> {}
                case Milestone.Started started -> {}
                case Milestone.Completed completed -> {}
                case Milestone.LeftEarly left -> {}
                case Milestone.JobOffer offer -> {}
            }
        }
        return jobs;
    }

    /** In the order in which they began. */
    List<Job> all() {
        return List.copyOf(all);
    }

    /** Ends that belong to no job. */
    List<Milestone.JobEnd> endsWithoutStart() {
        return List.copyOf(endsWithoutStart);
    }

    /** Confirmations after the end of every job that was recorded to begin. */
    List<Milestone.InWorkConfirmed> confirmedWithoutStart() {
        return List.copyOf(confirmedWithoutStart);
    }

    private void confirm(Milestone.InWorkConfirmed confirmed) {
        if (!all.isEmpty() && all.stream().noneMatch(job -> job.isGoingOn(confirmed.on()))) {
            confirmedWithoutStart.add(confirmed);
            all.add(new Job(new Milestone.JobStart(confirmed.on(), null, null, null, JobKind.EMPLOYED), null));
        }
    }

    /** Ends the job with the employer that is named, or else one whose employer is not known; an end without a job ends none. */
    private void end(Milestone.JobEnd end) {
        firstOpen(job -> job.isOf(end.employer()))
                .or(() -> firstOpen(job -> job.start().employer() == null))
                .ifPresentOrElse(
                        job -> all.set(all.indexOf(job), job.endedOn(end.on())), () -> endsWithoutStart.add(end));
    }

    private Optional<Job> firstOpen(Predicate<Job> wanted) {
        return all.stream().filter(job -> job.end() == null).filter(wanted).findFirst();
    }

    /** Whether every job of an employer, of any where none is named, began after a day; there is one at least. */
    boolean allBeginAfter(LocalDate day, @Nullable String employer) {
        var theirs = all.stream().filter(job -> job.isOf(employer)).toList();
        return !theirs.isEmpty() && theirs.stream().allMatch(job -> job.from().isAfter(day));
    }
}
