package org.anchors.charter.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.anchors.kit.disclosure.Interval;

/**
 * What each set of a family can still be, and which published figures that follows from. Bounds only ever come closer: every
 * change makes one of finitely many whole numbers larger or smaller.
 */
final class Bounds {

    private static final int NO_PART = -1;
    private static final BitSet NOTHING = new BitSet();

    private final long[] low;
    private final long[] high;
    private final BitSet[] whyLow;
    private final BitSet[] whyHigh;
    private boolean moved;

    Bounds(int size) {
        low = new long[size];
        high = new long[size];
        Arrays.fill(high, Interval.UNBOUNDED);
        whyLow = IntStream.range(0, size).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
        whyHigh = IntStream.range(0, size).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
    }

    Interval of(int place) {
        return new Interval(low[place], high[place]);
    }

    /** The same by those bounds alone that follow from certain figures. */
    Interval of(int place, Predicate<BitSet> why) {
        return new Interval(
                why.test(whyLow[place]) ? low[place] : 0, why.test(whyHigh[place]) ? high[place] : Interval.UNBOUNDED);
    }

    /** The figures that both bounds follow from. */
    BitSet why(int place) {
        return union(whyLow[place], whyHigh[place]);
    }

    /** Whether what was said cannot be true together. */
    boolean contradict() {
        return IntStream.range(0, low.length).anyMatch(place -> low[place] > high[place]);
    }

    /** Whether anything has come closer since this was last asked. */
    boolean hasMoved() {
        var answer = moved;
        moved = false;
        return answer;
    }

    void say(int place, Interval said, int source) {
        raise(place, said.low(), () -> because(source));
        lower(place, said.high(), () -> because(source));
    }

    /** The whole is the sum of its parts. */
    void apply(SetFamily.Equation sum) {
        var whole = sum.whole();
        raise(whole, sum(low, sum, NO_PART), () -> whys(whyLow, sum, NO_PART));
        lower(whole, sum(high, sum, NO_PART), () -> whys(whyHigh, sum, NO_PART));
        for (var part : sum.parts()) {
            raise(part, low[whole] - sum(high, sum, part), () -> union(whyLow[whole], whys(whyHigh, sum, part)));
            if (high[whole] < Interval.UNBOUNDED) {
                lower(part, high[whole] - sum(low, sum, part), () -> union(whyHigh[whole], whys(whyLow, sum, part)));
            }
        }
    }

    /** One set is at most another. */
    void apply(int less, int more) {
        raise(more, low[less], () -> union(whyLow[less], NOTHING));
        lower(less, high[more], () -> union(whyHigh[more], NOTHING));
    }

    private void raise(int place, long bound, Supplier<BitSet> why) {
        if (bound > low[place]) {
            whyLow[place] = why.get();
            low[place] = bound;
            moved = true;
        }
    }

    private void lower(int place, long bound, Supplier<BitSet> why) {
        if (bound < high[place]) {
            whyHigh[place] = why.get();
            high[place] = bound;
            moved = true;
        }
    }

    private static long sum(long[] bounds, SetFamily.Equation sum, int except) {
        var total = 0L;
        for (var part : sum.parts()) {
            if (part != except) {
                total = Math.min(Interval.UNBOUNDED, total + bounds[part]);
            }
        }
        return total;
    }

    private static BitSet whys(BitSet[] whys, SetFamily.Equation sum, int except) {
        var all = new BitSet();
        for (var part : sum.parts()) {
            if (part != except) {
                all.or(whys[part]);
            }
        }
        return all;
    }

    private static BitSet because(int source) {
        var why = new BitSet();
        why.set(source);
        return why;
    }

    private static BitSet union(BitSet one, BitSet other) {
        var all = (BitSet) one.clone();
        all.or(other);
        return all;
    }
}
