package org.anchors.charter.disclosure;

import java.util.Set;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.disclosure.Interval;
import org.anchors.kit.disclosure.Policy;

/**
 * What a publication says about the sum of some quantities. Which contributors are behind a figure is taken to be known.
 *
 * @param publication where it was said, such as {@code publication 1}
 * @param cell the figure, or the part of a figure, that says it
 * @param parts the quantities it is the sum of
 * @param policy under which it was said
 */
public record Claim(String publication, String cell, Set<Quantity> parts, Policy policy) {

    public Claim {
        parts = Set.copyOf(parts);
    }

    public Count shown() {
        return policy.of(exact());
    }

    /** The counts that look like what is said. */
    Interval says() {
        return policy.behind(shown());
    }

    boolean isSuppressed() {
        return policy.suppresses(exact());
    }

    String label() {
        return "%s in %s (%s)".formatted(cell, publication, shown());
    }

    private long exact() {
        return Sums.of(parts);
    }
}
