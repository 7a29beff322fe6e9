package org.anchors.socialvalue.robustness;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.anchors.socialvalue.scoring.Fraction;
import org.anchors.socialvalue.scoring.Merits;

/**
 * Weightings spread evenly over all that there are: points of Halton's sequence, in eight parts that are each shifted by a fixed
 * pseudo-random vector, turned into weights as the gaps between their sorted coordinates. Weights are whole millionths and merits
 * whole numbers up to 1e12, so every machine finds the same. The parts are independent of each other, which gives the error.
 */
final class Sample {

    static final int PARTS = 8;
    static final int POINTS = PARTS * 1_024;

    private static final int MILLION = 1_000_000;
    private static final BigDecimal LARGEST_MERIT = new BigDecimal("1e12");
    private static final long SEED = 20_260_101;

    private final List<Merits.Of> bids;
    private final long[][] merits;
    private final int[] primes;

    Sample(List<Merits.Of> bids) {
        this.bids = bids;
        this.merits = scaled(bids);
        this.primes = primes(bids.isEmpty() ? 0 : bids.getFirst().perPoint().size() - 1);
    }

    Map<String, WinningShares.Share> shares() {
        var wins = new int[PARTS][bids.size()];
        var random = new Random(SEED);
        for (var part = 0; part < PARTS; part++) {
            var shift = random.ints(primes.length, 0, MILLION).toArray();
            for (var point = 1; point <= POINTS / PARTS; point++) {
                count(weights(point, shift), wins[part]);
            }
        }
        var shares = new HashMap<String, WinningShares.Share>();
        for (var bid = 0; bid < bids.size(); bid++) {
            shares.put(bids.get(bid).bid(), share(bid, wins));
        }
        return shares;
    }

    private void count(long[] weights, int[] wins) {
        var totals = new long[merits.length];
        for (var bid = 0; bid < merits.length; bid++) {
            for (var criterion = 0; criterion < weights.length; criterion++) {
                totals[bid] += weights[criterion] * merits[bid][criterion];
            }
        }
        var best = Arrays.stream(totals).max().orElseThrow();
        for (var bid = 0; bid < totals.length; bid++) {
            wins[bid] += totals[bid] == best ? 1 : 0;
        }
    }

    private long[] weights(int point, int[] shift) {
        var cuts = new int[primes.length];
        for (var i = 0; i < cuts.length; i++) {
            cuts[i] = (radicalInverse(point, primes[i]) + shift[i]) % MILLION;
        }
        Arrays.sort(cuts);
        var weights = new long[cuts.length + 1];
        var before = 0;
        for (var i = 0; i < cuts.length; i++) {
            weights[i] = cuts[i] - before;
            before = cuts[i];
        }
        weights[cuts.length] = MILLION - before;
        return weights;
    }

    /** The digits of a number in a base, mirrored at the point; in millionths. */
    private static int radicalInverse(int number, int base) {
        var mirrored = 0L;
        var of = 1L;
        for (var rest = number; rest > 0; rest /= base) {
            mirrored = mirrored * base + rest % base;
            of *= base;
        }
        return (int) (mirrored * MILLION / of);
    }

    /** The mean of the parts, and the standard deviation of that mean. */
    private static WinningShares.Share share(int bid, int[][] wins) {
        var sum = 0L;
        var squares = 0L;
        for (var part : wins) {
            sum += part[bid];
            squares += (long) part[bid] * part[bid];
        }
        var deviations = BigDecimal.valueOf(PARTS * squares - sum * sum);
        var error = deviations
                .divide(BigDecimal.valueOf((long) PARTS * PARTS * (PARTS - 1)), MathContext.DECIMAL64)
                .sqrt(MathContext.DECIMAL64)
                .multiply(new BigDecimal(100))
                .divide(BigDecimal.valueOf(POINTS / PARTS), WinningShares.PLACES, RoundingMode.HALF_UP);
        return new WinningShares.Share(
                "", WinningShares.percent(Fraction.of(BigDecimal.valueOf(sum), BigDecimal.valueOf(POINTS))), error);
    }

    private static long[][] scaled(List<Merits.Of> bids) {
        var largest = bids.stream()
                .flatMap(bid -> bid.perPoint().stream())
                .map(merit -> merit.signum() < 0 ? Fraction.ZERO.minus(merit) : merit)
                .max(Fraction::compareTo)
                .filter(merit -> merit.signum() > 0)
                .orElse(Fraction.of(BigDecimal.ONE));
        return bids.stream()
                .map(bid -> bid.perPoint().stream()
                        .mapToLong(merit -> merit.times(LARGEST_MERIT)
                                .over(largest)
                                .rounded(0, RoundingMode.HALF_EVEN)
                                .longValueExact())
                        .toArray())
                .toArray(long[][]::new);
    }

    private static int[] primes(int count) {
        var primes = new int[count];
        var found = 0;
        for (var candidate = 2; found < count; candidate++) {
            var prime = true;
            for (var i = 0; i < found && prime; i++) {
                prime = candidate % primes[i] != 0;
            }
            if (prime) {
                primes[found++] = candidate;
            }
        }
        return primes;
    }
}
