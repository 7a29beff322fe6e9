package org.anchors.charter.organisation;

import java.time.LocalDate;

/**
 * How an organisation ended: another has taken its place.
 *
 * @param successor key of the other
 * @param on first day of the successor
 */
public record Succession(String successor, LocalDate on) {}
