package org.anchors.employment.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that happened to a participant, on a day. */
public sealed interface Milestone {

    /** The day on which it happened. */
    LocalDate on();

    /** The kind of milestone, by the name that requests and tables use. */
    default Kind kind() {
        return switch (this) {
            case Referred referred -> Kind.REFERRED;
            case Started started -> Kind.STARTED;
            case Completed completed -> Kind.COMPLETED;
            case LeftEarly left -> Kind.LEFT_EARLY;
            case JobOffer offer -> Kind.JOB_OFFER;
            case JobStart start -> Kind.JOB_START;
            case InWorkConfirmed confirmed -> Kind.IN_WORK_CONFIRMED;
            case JobEnd end -> Kind.JOB_END;
        };
    }

    /** The kinds of milestones, in the order in which they are taken where several fall on one day. */
    enum Kind {
        REFERRED,
        STARTED,
        COMPLETED,
        LEFT_EARLY,
        JOB_OFFER,
        JOB_START,
        IN_WORK_CONFIRMED,
        JOB_END
    }

    /** Why somebody left a programme before its end; a closed list, because words of one's own name people. */
    enum Reason {
        FOUND_WORK,
        HEALTH,
        CARING,
        TRAVEL,
        MOVED_AWAY,
        OTHER_PROGRAMME,
        NO_LONGER_INTERESTED,
        OTHER,
        NOT_KNOWN
    }

    record Referred(LocalDate on) implements Milestone {}

    record Started(LocalDate on) implements Milestone {}

    record Completed(LocalDate on) implements Milestone {}

    record LeftEarly(LocalDate on, @Nullable Reason reason) implements Milestone {}

    record JobOffer(LocalDate on, @Nullable String employer) implements Milestone {}

    /**
     * The first day of a job.
     *
     * @param employer key of the employer, where known
     * @param hoursPerWeek above 0, where known
     * @param realLivingWage whether the pay is at or above the real living wage, where known
     * @param job what kind of work it is
     */
    record JobStart(
            LocalDate on,
            @Nullable String employer,
            @Nullable BigDecimal hoursPerWeek,
            @Nullable Boolean realLivingWage,
            JobKind job)
            implements Milestone {}

    /** Somebody asked, and the participant was in work on that day. */
    record InWorkConfirmed(LocalDate on) implements Milestone {}

    /**
     * The last day of a job.
     *
     * @param employer whose job ended; the one that began first, where none is named
     */
    record JobEnd(LocalDate on, @Nullable String employer) implements Milestone {}
}
