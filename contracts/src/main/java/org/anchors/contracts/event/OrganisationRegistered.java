package org.anchors.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * An organisation has been added to the partnership. The same is told again when the reference data that names it is loaded
 * again; the version tells which of two facts about an organisation is the newer.
 *
 * @param organisation key of the organisation, such as {@code mseft}
 * @param name what it is called
 * @param names every name it has had, the oldest first
 * @param aliases what it is called for short, and what others call it
 * @param sector such as {@code NHS acute}
 * @param places where it works
 * @param alliances the alliances it is part of
 * @param level system, regional or place
 * @param version counts up with each change of the organisation
 * @param registeredAt when it was added
 */
@EventType(value = "org.anchors.charter.organisation-registered.v1", topic = Topic.CHARTER)
public record OrganisationRegistered(
        String organisation,
        String name,
        List<DatedName> names,
        List<String> aliases,
        String sector,
        List<String> places,
        List<String> alliances,
        String level,
        long version,
        Instant registeredAt)
        implements CharterEvent {

    @Override
    public String key() {
        return organisation;
    }
}
