package org.anchors.socialvalue.robustness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.anchors.socialvalue.scoring.Fraction;
import org.anchors.socialvalue.scoring.Merits;

/**
 * All weightings of up to three criteria: a point, a line or a triangle of shares x, y and 1 - x - y. Where a bid is not behind
 * another one is a half-plane of it, so where none is ahead of it is a convex polygon, cut out one half-plane after the other.
 */
final class Simplex {

    static final int MOST_CRITERIA = 3;

    private static final Fraction ONE = Fraction.of(BigDecimal.ONE);

    /** A share of the first and one of the second criterion. */
    private record Point(Fraction x, Fraction y) {}

    /** {@code a x + b y + c >= 0}. */
    private record HalfPlane(Fraction a, Fraction b, Fraction c) {

        /** Where one bid is not behind another; criteria that there are not have merits of 0 and y of 0. */
        static HalfPlane whereNotBehind(Merits.Of bid, Merits.Of other) {
            var last = bid.perPoint().size() - 1;
            var rest = difference(bid, other, last);
            return new HalfPlane(
                    last > 0 ? difference(bid, other, 0).minus(rest).reduced() : Fraction.ZERO,
                    last > 1 ? difference(bid, other, 1).minus(rest).reduced() : Fraction.ZERO,
                    rest);
        }

        private static Fraction difference(Merits.Of bid, Merits.Of other, int criterion) {
            return bid.perPoint()
                    .get(criterion)
                    .minus(other.perPoint().get(criterion))
                    .reduced();
        }

        Fraction at(Point point) {
            return a.times(point.x()).plus(b.times(point.y())).plus(c).reduced();
        }
    }

    private Simplex() {}

    /** The share of all weightings at which no bid is ahead of this one; exact. */
    static Fraction whereNoneIsAhead(Merits.Of bid, List<Merits.Of> bids) {
        var corners = corners(bid.perPoint().size());
        for (var other : bids) {
            if (other != bid && !Contenders.isSame(other, bid)) {
                corners = cut(corners, HalfPlane.whereNotBehind(bid, other));
            }
        }
        return switch (bid.perPoint().size()) {
            case 1 -> corners.isEmpty() ? Fraction.ZERO : ONE;
            case 2 -> length(corners);
            default -> twiceTheArea(corners);
        };
    }

    private static List<Point> corners(int criteria) {
        var origin = new Point(Fraction.ZERO, Fraction.ZERO);
        var right = new Point(ONE, Fraction.ZERO);
        return switch (criteria) {
            case 1 -> List.of(origin);
            case 2 -> List.of(origin, right);
            default -> List.of(origin, right, new Point(Fraction.ZERO, ONE));
        };
    }

    private static List<Point> cut(List<Point> corners, HalfPlane plane) {
        var kept = new ArrayList<Point>();
        for (var i = 0; i < corners.size(); i++) {
            var here = corners.get(i);
            var next = corners.get((i + 1) % corners.size());
            var atHere = plane.at(here);
            var atNext = plane.at(next);
            if (atHere.signum() >= 0) {
                kept.add(here);
            }
            if (atHere.signum() * atNext.signum() < 0) {
                kept.add(between(here, next, atHere.over(atHere.minus(atNext)).reduced()));
            }
        }
        return kept;
    }

    private static Point between(Point here, Point next, Fraction share) {
        return new Point(
                here.x().plus(next.x().minus(here.x()).times(share)).reduced(),
                here.y().plus(next.y().minus(here.y()).times(share)).reduced());
    }

    /** The corners of a line may come twice, and in any order. */
    private static Fraction length(List<Point> corners) {
        var sorted = corners.stream().map(Point::x).sorted().toList();
        return sorted.isEmpty() ? Fraction.ZERO : sorted.getLast().minus(sorted.getFirst());
    }

    /** The triangle's own area is a half. */
    private static Fraction twiceTheArea(List<Point> corners) {
        var sum = Fraction.ZERO;
        for (var i = 0; i < corners.size(); i++) {
            var here = corners.get(i);
            var next = corners.get((i + 1) % corners.size());
            sum = sum.plus(here.x().times(next.y()).minus(next.x().times(here.y())))
                    .reduced();
        }
        return sum;
    }
}
