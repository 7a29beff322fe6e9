package org.anchors.employment.milestone;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anchors.employment.programme.ProgrammeAccess;

/**
 * What milestones are checked against while one file is read. Nothing of it asks the database: rows are on their way into it.
 *
 * @param now when the records are taken
 * @param employers the employers that can be named
 * @param programmes the caller's programmes, by their keys
 * @param keys the pseudonyms of those whose key was not destroyed
 */
record Context(
        OffsetDateTime now,
        LocalDate today,
        Set<String> employers,
        Map<String, ProgrammeAccess.Known> programmes,
        Map<String, Pseudonymised> keys) {

    boolean isOwn(String programme) {
        return programmes.containsKey(programme);
    }

    /** Whether nothing can be added to a programme any more. */
    boolean isSealed(String programme) {
        return !keys.containsKey(programme);
    }

    /** Whether something can be added to a programme of the caller's. */
    boolean takes(String programme) {
        return isOwn(programme) && !isSealed(programme);
    }

    Pseudonymised keyed(String programme) {
        return Objects.requireNonNull(keys.get(programme));
    }
}
