package org.anchors.charter.organisation;

import java.util.List;

/**
 * What is said of an organisation beside its names.
 *
 * @param aliases what it is called for short, and what others call it
 * @param sector such as {@code NHS acute}
 * @param places where it works
 * @param alliances the alliances it is part of
 * @param level system, regional or place
 * @param note what is worth knowing about its part in the partnership
 */
public record Description(
        List<String> aliases, String sector, List<String> places, List<String> alliances, String level, String note) {}
