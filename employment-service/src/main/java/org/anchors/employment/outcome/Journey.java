package org.anchors.employment.outcome;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a participant has come: the first day of each stage, null where it was not reached. An offer is no job: neither
 * stands for the other.
 *
 * @param stay how long the participant stayed in work; null where no job counts
 */
public record Journey(
        @Nullable LocalDate referredOn,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate leftOn,
        @Nullable LocalDate offeredOn,
        @Nullable Stay stay) {

    /**
     * Counts the ways in which records were ever folded. Raised with whatever makes the same records come to something else, so
     * that what was folded before is folded anew.
     */
    public static final int VERSION = 3;

    public static Journey of(History history, OutcomeRule rule) {
        var milestones = history.milestones();
        return new Journey(
                first(milestones, Milestone.Kind.REFERRED),
                first(milestones, Milestone.Kind.STARTED),
                first(milestones, Milestone.Kind.COMPLETED),
                first(milestones, Milestone.Kind.LEFT_EARLY),
                first(milestones, Milestone.Kind.JOB_OFFER),
                Stay.of(milestones, rule).orElse(null));
    }

    /** The first day from which something is known of the participant in the programme; the year is counted by it. */
    public @Nullable LocalDate enteredOn() {
        return Stream.of(
                        Stream.ofNullable(startedOn),
                        Stream.ofNullable(referredOn),
                        Stream.ofNullable(offeredOn),
                        Stream.ofNullable(stay).map(Stay::firstStart),
                        Stream.ofNullable(completedOn),
                        Stream.ofNullable(leftOn))
                .flatMap(stage -> stage)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate first(List<Milestone> milestones, Milestone.Kind kind) {
        return milestones.stream()
                .filter(milestone -> milestone.kind() == kind)
                .map(Milestone::on)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
