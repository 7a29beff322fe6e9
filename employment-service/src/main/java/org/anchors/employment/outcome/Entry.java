package org.anchors.employment.outcome;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One record about a participant. Records are never changed: a correction is a new one that supersedes another, before or
 * after which it may arrive, and what is superseded stays so, whatever becomes of its correction.
 *
 * @param identity what tells the record from the participant's others
 * @param milestone what happened
 * @param corrects the record that it supersedes
 * @param withdrawn whether it says only that the record it supersedes never happened
 */
public record Entry(
        Identity identity, Milestone milestone, @Nullable Identity corrects, boolean withdrawn) {

    /** A record that supersedes nothing. */
    public static Entry of(Milestone milestone, String record) {
        return new Entry(new Identity(milestone.kind(), milestone.on(), record), milestone, null, false);
    }

    /**
     * The natural key of a record among those of its participant.
     *
     * @param record the provider's own id of the record, or what stands for it
     */
    public record Identity(Milestone.Kind kind, LocalDate on, String record) {}
}
