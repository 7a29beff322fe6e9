package org.anchors.charter.organisation;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A name and the days on which it was held.
 *
 * @param name the name
 * @param from first day; absent where it is not known
 * @param to last day; absent while it is held
 */
@Schema(name = "HeldName")
public record HeldName(
        String name, @Nullable LocalDate from, @Nullable LocalDate to) {

    boolean isHeldOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
