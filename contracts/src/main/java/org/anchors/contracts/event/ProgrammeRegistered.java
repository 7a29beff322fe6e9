package org.anchors.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pre-employment programme has been registered, or is described anew.
 *
 * @param programme key of the programme, such as {@code health-and-care-academy}
 * @param name what it is called
 * @param provider key of the organisation that runs it
 * @param startsOn first day of its first cohort, where known
 * @param outcomeRule the rule that its outcomes are counted by, such as {@code THREE_MONTHS}
 * @param registeredAt when it was registered
 * @param version counts what was said about the programme, from 1; the highest is what holds. Absent is 1
 */
@EventType(value = "org.anchors.employment.programme-registered.v1", topic = Topic.EMPLOYMENT)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgrammeRegistered(
        String programme,
        String name,
        String provider,
        @Nullable LocalDate startsOn,
        String outcomeRule,
        Instant registeredAt,
        @Nullable Integer version)
        implements EmploymentEvent {

    @Override
    public String key() {
        return programme;
    }
}
