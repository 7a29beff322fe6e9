package org.anchors.charter.organisation;

import java.util.List;

/**
 * An organisation of the partnership.
 *
 * @param key short name for programs, such as {@code mseft}
 * @param name what it is called
 * @param sector such as {@code NHS acute}
 * @param places where it works
 * @param alliances the alliances it is part of
 * @param level system, regional or place
 * @param note what is worth knowing about its part in the partnership
 */
public record Organisation(
        String key,
        String name,
        String sector,
        List<String> places,
        List<String> alliances,
        String level,
        String note) {}
