package org.anchors.socialvalue.robustness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anchors.socialvalue.scoring.Fraction;
import org.anchors.socialvalue.scoring.Merits;
import org.jspecify.annotations.Nullable;

/**
 * The fewest percentage points that have to be moved between criteria for another bid to draw level with the winner; a little
 * more, and it is ahead. What is taken from some criteria is given to others, and no weight falls below 0.
 *
 * @param points moved, rounded up to 4 places: half the sum of the absolute changes of all weights
 * @param bid that draws level
 * @param to the criterion that gets them; absent where the bids are level already
 * @param from the criteria that give them
 */
public record SmallestChange(
        BigDecimal points, String bid, @Nullable String to, List<Taken> from) {

    private static final int PLACES = 4;

    /** What a criterion gives. */
    public record Taken(String criterion, BigDecimal points) {}

    /** The smallest one that makes any other bid draw level; none where no weighting does. */
    static Optional<SmallestChange> of(Merits merits, String winner) {
        var ahead = merits.bids().stream()
                .filter(bid -> bid.bid().equals(winner))
                .findFirst()
                .orElseThrow();
        return merits.bids().stream()
                .filter(bid -> bid != ahead)
                .flatMap(rival -> new Race(merits, ahead, rival).change().stream())
                .min(Comparator.comparing(Exact::points))
                .map(Exact::shown);
    }

    /** A change before it is rounded. */
    private record Exact(
            Fraction points, String bid, @Nullable String to, List<Given> from) {

        private record Given(String criterion, Fraction points) {}

        SmallestChange shown() {
            return new SmallestChange(
                    up(points),
                    bid,
                    to,
                    from.stream()
                            .map(given -> new Taken(given.criterion(), up(given.points())))
                            .toList());
        }

        private static BigDecimal up(Fraction number) {
            return number.rounded(PLACES, RoundingMode.CEILING);
        }
    }

    /**
     * The winner and one other bid. A point moved from criterion c to criterion d brings the rival its advantage on d less that
     * on c. So the best points go to the criterion of its greatest advantage, and come from those of its least, as far as these
     * have any: no other way of moving as many brings more.
     */
    private record Race(Merits merits, Merits.Of ahead, Merits.Of rival) {

        Optional<Exact> change() {
            var behind = behind();
            if (behind.signum() <= 0) {
                return Optional.of(new Exact(Fraction.ZERO, rival.bid(), null, List.of()));
            }
            var byAdvantage = IntStream.range(0, merits.criteria().size())
                    .boxed()
                    .sorted(Comparator.comparing(this::advantage))
                    .toList();
            var best = Objects.requireNonNull(byAdvantage.getLast());
            return advantage(best).signum() <= 0 ? Optional.empty() : Optional.of(moved(byAdvantage, best, behind));
        }

        private Exact moved(List<Integer> byAdvantage, int best, Fraction behind) {
            var left = behind;
            var moved = Fraction.ZERO;
            var from = new ArrayList<Exact.Given>();
            for (var source : byAdvantage) {
                var gain = advantage(best).minus(advantage(source));
                if (left.signum() <= 0 || gain.signum() <= 0) {
                    break;
                }
                var needed = left.over(gain).reduced();
                var taken = needed.orAtMost(merits.criteria().get(source).weight());
                left = left.minus(taken.times(gain)).reduced();
                moved = moved.plus(taken).reduced();
                from.add(new Exact.Given(merits.criteria().get(source).criterion(), taken));
            }
            return new Exact(moved, rival.bid(), merits.criteria().get(best).criterion(), from);
        }

        /** What the winner has more in all. */
        private Fraction behind() {
            return IntStream.range(0, merits.criteria().size())
                    .mapToObj(criterion -> advantage(criterion)
                            .times(merits.criteria().get(criterion).weight().negate()))
                    .reduce(Fraction.ZERO, Fraction::plus)
                    .reduced();
        }

        /** What a point of a criterion's weight brings the rival more than the winner. */
        private Fraction advantage(int criterion) {
            return rival.perPoint()
                    .get(criterion)
                    .minus(ahead.perPoint().get(criterion))
                    .reduced();
        }
    }
}
