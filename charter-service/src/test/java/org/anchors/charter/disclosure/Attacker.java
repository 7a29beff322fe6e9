package org.anchors.charter.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.anchors.kit.disclosure.Interval;

/** Somebody who has everything that was published, knows the rules, and tries every combination of whole numbers. */
final class Attacker {

    /** No count in the tests is larger. */
    private static final long MOST = 60;

    private final List<Quantity> quantities;
    private final List<AtMost> rules;
    private final List<Claim> published;

    private record Sum(BitSet of, Interval is) {}

    Attacker(List<Quantity> quantities, List<AtMost> rules, List<Claim> published) {
        this.quantities = quantities;
        this.rules = rules;
        this.published = published;
    }

    /** How many values a sum can have. */
    long possible(Set<Quantity> parts) {
        return LongStream.rangeClosed(0, MOST)
                .filter(value -> isPossible(new Sum(places(parts), Interval.only(value))))
                .count();
    }

    private boolean isPossible(Sum asked) {
        var sums = IntStream.rangeClosed(0, published.size())
                .mapToObj(index -> index < published.size() ? sum(published.get(index)) : asked)
                .toList();
        var high = new long[quantities.size()];
        Arrays.fill(high, MOST);
        return hasSolution(sums, new long[quantities.size()], high);
    }

    private boolean hasSolution(List<Sum> sums, long[] low, long[] high) {
        if (!narrow(sums, low, high)) {
            return false;
        }
        var open = IntStream.range(0, low.length)
                .filter(place -> low[place] < high[place])
                .findFirst();
        return open.isEmpty()
                || LongStream.rangeClosed(low[open.getAsInt()], high[open.getAsInt()])
                        .anyMatch(value -> hasSolution(
                                sums, with(low, open.getAsInt(), value), with(high, open.getAsInt(), value)));
    }

    private boolean narrow(List<Sum> sums, long[] low, long[] high) {
        var before = -1L;
        for (var left = left(low, high); left != before && left >= 0; left = left(low, high)) {
            before = left;
            sums.forEach(sum -> narrow(sum, low, high));
            rules.forEach(rule -> {
                var less = quantities.indexOf(rule.less());
                var more = quantities.indexOf(rule.more());
                low[more] = Math.max(low[more], low[less]);
                high[less] = Math.min(high[less], high[more]);
            });
        }
        return left(low, high) >= 0;
    }

    private static void narrow(Sum sum, long[] low, long[] high) {
        var least = sum.of().stream().mapToLong(place -> low[place]).sum();
        var most = sum.of().stream().mapToLong(place -> high[place]).sum();
        sum.of().stream().forEach(place -> {
            var lowest = sum.is().low() - (most - high[place]);
            var highest = sum.is().high() - (least - low[place]);
            if (lowest > low[place] || highest < high[place]) {
                low[place] = Math.max(low[place], lowest);
                high[place] = Math.min(high[place], highest);
            }
        });
    }

    /** How much there is left to try; less than 0 where something is impossible. */
    private static long left(long[] low, long[] high) {
        var isEmpty = IntStream.range(0, low.length).anyMatch(place -> low[place] > high[place]);
        return isEmpty
                ? -1
                : IntStream.range(0, low.length)
                        .mapToLong(place -> high[place] - low[place])
                        .sum();
    }

    private static long[] with(long[] bounds, int place, long value) {
        var other = bounds.clone();
        other[place] = value;
        return other;
    }

    private Sum sum(Claim claim) {
        return new Sum(places(claim.parts()), claim.says());
    }

    private BitSet places(Set<Quantity> parts) {
        var places = new BitSet();
        parts.forEach(part -> places.set(quantities.indexOf(part)));
        return places;
    }
}
