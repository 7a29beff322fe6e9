package org.anchors.kit.disclosure;

/**
 * The whole numbers from one to another, both included.
 *
 * @param low smallest
 * @param high largest
 */
public record Interval(long low, long high) {

    /** Larger than any count of people; stands for "no upper bound". */
    public static final long UNBOUNDED = 1L << 60;

    public Interval {
        if (low > high) {
            throw new IllegalArgumentException("Nothing lies between %d and %d".formatted(low, high));
        }
    }

    public static Interval only(long number) {
        return new Interval(number, number);
    }

    public boolean holds(long number) {
        return low <= number && number <= high;
    }

    /** The numbers that both hold; at least one. */
    public Interval and(Interval other) {
        return new Interval(Math.max(low, other.low), Math.min(high, other.high));
    }

    /** How many numbers it holds. */
    public long possible() {
        return high - low + 1;
    }

    @Override
    public String toString() {
        return low == high ? Long.toString(low) : low + " to " + high;
    }
}
