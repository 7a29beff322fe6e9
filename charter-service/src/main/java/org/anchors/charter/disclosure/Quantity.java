package org.anchors.charter.disclosure;

/**
 * What one contributor gave to a measure: what an attacker wants to know. A value that was corrected later is another quantity.
 *
 * @param measure what was counted, such as {@code 2024-25 EMP-05.veteran}
 * @param of who gave it
 * @param exact the count itself, which the attacker does not know
 */
public record Quantity(String measure, String of, long exact) implements Comparable<Quantity> {

    public Quantity {
        if (exact < 0) {
            throw new IllegalArgumentException("A count of people cannot be " + exact);
        }
    }

    @Override
    public int compareTo(Quantity other) {
        var byMeasure = measure.compareTo(other.measure);
        var byOwner = byMeasure == 0 ? of.compareTo(other.of) : byMeasure;
        return byOwner == 0 ? Long.compare(exact, other.exact) : byOwner;
    }
}
