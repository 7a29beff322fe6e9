package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an organisation has come with its report of a year.
 *
 * @param organisation who was expected to report
 * @param state how far it has come
 * @param report the report's reference, once it was submitted
 * @param revision the newest revision
 * @param firstSubmittedAt when it was submitted for the first time, which decides whether it was on time
 * @param late whether that was after the last day on which it was due, in Essex
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standing(
        String organisation,
        State state,
        @Nullable String report,
        @Nullable Integer revision,
        @Nullable Instant firstSubmittedAt,
        @Nullable Boolean late) {

    /** From nothing to an accepted report. A draft is known only as long as it is one. */
    enum State {
        MISSING,
        DRAFTED,
        SUBMITTED,
        RETURNED,
        ACCEPTED
    }

    static Standing none(String organisation, boolean drafted) {
        return new Standing(organisation, drafted ? State.DRAFTED : State.MISSING, null, null, null, null);
    }

    boolean hasReported() {
        return report != null;
    }

    boolean isLate() {
        return Boolean.TRUE.equals(late);
    }
}
