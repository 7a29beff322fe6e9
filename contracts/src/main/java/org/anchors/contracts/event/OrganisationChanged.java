package org.anchors.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation has been renamed, described anew or succeeded by another. The event carries all that is known of it, so that
 * it replaces what was told before.
 *
 * @param organisation key of the organisation
 * @param name what it is called by its newest name
 * @param names every name it has had, the oldest first
 * @param aliases what it is called for short, and what others call it
 * @param sector such as {@code NHS acute}
 * @param places where it works
 * @param alliances the alliances it is part of
 * @param level system, regional or place
 * @param successor key of the organisation that has taken its place
 * @param succeededOn first day of the successor
 * @param version counts up with each change of the organisation
 * @param changedAt when it was changed
 */
@EventType(value = "org.anchors.charter.organisation-changed.v1", topic = Topic.CHARTER)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationChanged(
        String organisation,
        String name,
        List<DatedName> names,
        List<String> aliases,
        String sector,
        List<String> places,
        List<String> alliances,
        String level,
        @Nullable String successor,
        @Nullable LocalDate succeededOn,
        long version,
        Instant changedAt)
        implements CharterEvent {

    @Override
    public String key() {
        return organisation;
    }
}
