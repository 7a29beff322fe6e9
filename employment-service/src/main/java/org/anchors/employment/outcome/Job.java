package org.anchors.employment.outcome;

import java.time.LocalDate;
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

    boolean isGoingOn(LocalDate day) {
        return !day.isBefore(from()) && (end == null || !day.isAfter(end));
    }

    boolean isOf(@Nullable String employer) {
        return employer == null || employer.equals(start.employer());
    }

    Job endedOn(LocalDate day) {
        return new Job(start, day);
    }
}
