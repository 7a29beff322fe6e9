package org.anchors.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A name and the days on which it was held.
 *
 * @param name the name
 * @param from first day; absent where it is not known
 * @param to last day; absent while it is held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatedName(
        String name, @Nullable LocalDate from, @Nullable LocalDate to) {}
