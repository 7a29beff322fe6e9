package org.anchors.charter.charter;

import java.util.List;

/**
 * A commitment of the charter.
 *
 * @param id its number, such as {@code E5}
 * @param pillar the pillar it belongs to, or {@code general}
 * @param commitment what is promised
 * @param reporting whether it promises to report, so that a report without its indicators is queried
 * @param indicators the indicators that show it
 */
public record Commitment(String id, String pillar, String commitment, boolean reporting, List<String> indicators) {}
