package org.anchors.charter.disclosure;

/**
 * A rule that every report keeps and everybody knows, such as "a numerator is at most its denominator".
 *
 * @param less what is at most the other
 * @param more what is at least the other
 */
public record AtMost(Quantity less, Quantity more) {}
