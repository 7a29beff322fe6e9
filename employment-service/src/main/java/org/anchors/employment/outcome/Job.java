package org.anchors.employment.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job from its first day to its last.
 *
 * @param end its last day; null where none is known
 */
record Job(Milestone.JobStart start, @Nullable LocalDate end) {

    LocalDate from() {
        return start.on();
    }

    /** Jobs in the order in which they began, each with the end that belongs to it. */
    static List<Job> of(List<Milestone> milestones) {
        var jobs = new ArrayList<Job>();
        for (var milestone : milestones) {
            if (milestone instanceof Milestone.JobStart start) {
                jobs.add(new Job(start, null));
            } else if (milestone instanceof Milestone.JobEnd end) {
                endOne(jobs, end);
            }
        }
        return List.copyOf(jobs);
    }

    /** Ends the job with the employer that is named, or else the one that has lasted longest; an end without a job ends none. */
    private static void endOne(List<Job> jobs, Milestone.JobEnd end) {
        var open = jobs.stream().filter(job -> job.end() == null).toList();
        open.stream()
                .filter(job -> end.employer() == null
                        || Objects.equals(end.employer(), job.start().employer()))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .ifPresent(job -> jobs.set(jobs.indexOf(job), new Job(job.start(), end.on())));
    }
}
