package org.anchors.socialvalue.robustness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.socialvalue.scoring.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * How far evaluators agree: Krippendorff's alpha. 1 is full agreement, 0 what chance would bring, less is worse than that.
 * Absent where fewer than two marks can be compared, or all marks are the same.
 *
 * @param ordinal marks by their order alone, to 4 places
 * @param interval marks by their distance, to 4 places
 * @param marks that could be compared: those of answers with at least two
 */
public record Agreement(
        @Nullable BigDecimal ordinal, @Nullable BigDecimal interval, int marks) {

    private static final int PLACES = 4;

    /**
     * Alpha of marks by answer; answers with fewer than two marks are left out.
     *
     * @param answers for each answer, the marks that it was given
     */
    static Agreement of(List<List<BigDecimal>> answers) {
        var comparable = answers.stream().filter(marks -> marks.size() > 1).toList();
        var ranks = ranks(comparable);
        return new Agreement(
                shown(alpha(comparable, mark -> ranks.get(key(mark)))),
                shown(alpha(comparable, Fraction::of)),
                comparable.stream().mapToInt(List::size).sum());
    }

    private static @Nullable BigDecimal shown(Optional<Fraction> alpha) {
        return alpha.map(exact -> exact.rounded(PLACES, RoundingMode.HALF_UP)).orElse(null);
    }

    /**
     * {@code 1 - (n - 1) × sum over answers of S / (m - 1), over S of all}, where S is the sum of the squared differences of all
     * pairs among m marks, and n counts all marks. It is the usual quotient of coincidences, without the matrix.
     */
    private static Optional<Fraction> alpha(List<List<BigDecimal>> answers, Function<BigDecimal, Fraction> value) {
        var all = new Spread();
        var observed = Fraction.ZERO;
        for (var marks : answers) {
            var spread = new Spread();
            for (var mark : marks) {
                spread.add(value.apply(mark));
                all.add(value.apply(mark));
            }
            observed = observed.plus(spread.squares().over(BigDecimal.valueOf(marks.size() - 1L)))
                    .reduced();
        }
        var expected = all.squares();
        return expected.signum() == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(BigDecimal.ONE)
                        .minus(observed.times(BigDecimal.valueOf(all.count - 1L))
                                .over(expected)));
    }

    /** The middle of the places that each mark has among all: their difference is that of ordinal data. */
    private static Map<BigDecimal, Fraction> ranks(List<List<BigDecimal>> answers) {
        var counts = answers.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Agreement::key, TreeMap::new, Collectors.counting()));
        var ranks = new TreeMap<BigDecimal, Fraction>();
        var before = 0L;
        for (var count : counts.entrySet()) {
            ranks.put(count.getKey(), Fraction.of(BigDecimal.valueOf(2 * before + count.getValue()), BigDecimal.TWO));
            before += count.getValue();
        }
        return ranks;
    }

    private static BigDecimal key(BigDecimal mark) {
        return mark.stripTrailingZeros();
    }

    /** The sum of the squared differences of all pairs: {@code m Σx² - (Σx)²}. */
    private static final class Spread {

        private int count;
        private Fraction sum = Fraction.ZERO;
        private Fraction squares = Fraction.ZERO;

        void add(Fraction value) {
            count++;
            sum = sum.plus(value);
            squares = squares.plus(value.times(value));
        }

        Fraction squares() {
            return squares.times(BigDecimal.valueOf(count))
                    .minus(sum.times(sum))
                    .reduced();
        }
    }
}
