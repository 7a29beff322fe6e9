package org.anchors.charter.disclosure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.anchors.kit.disclosure.Interval;
import org.ojalgo.optimisation.Optimisation;

/**
 * Looks for whole numbers with which a system holds, by distinguishing cases: where a solution has an atom in fractions, the atom
 * is either less than that or more.
 */
final class Cases {

    /** Cases that are tried before it is given up. */
    static final int MOST = 50;

    private final Supplier<Inequalities> system;
    private final Worlds worlds;
    private final Deque<Interval[]> open = new ArrayDeque<>();
    private int tried;

    /**
     * @param system makes the system anew for each case: a solver that has found a row superfluous does not look at it again
     * @param size how many atoms it has
     */
    Cases(Supplier<Inequalities> system, int size, Worlds worlds) {
        this.system = system;
        this.worlds = worlds;
        open.push(IntStream.range(0, size)
                .mapToObj(atom -> new Interval(0, Interval.UNBOUNDED))
                .toArray(Interval[]::new));
    }

    /** How many were solved. */
    int tried() {
        return tried;
    }

    /** Whether there are any; empty where it takes too many cases to say. Those that are found are kept among the worlds. */
    Optional<Boolean> arePossible() {
        while (!open.isEmpty()) {
            if (tried++ == MOST) {
                return Optional.empty();
            }
            var one = open.pop();
            var solution = system.get().solve(one);
            if (solution.getState().isOptimal()) {
                if (worlds.add(solution.toRawCopy1D())) {
                    return Optional.of(true);
                }
                if (!divide(one, solution.toRawCopy1D())) {
                    return Optional.empty();
                }
            } else if (solution.getState() != Optimisation.State.INFEASIBLE) {
                return Optional.empty();
            }
        }
        return Optional.of(false);
    }

    private boolean divide(Interval[] one, double[] solution) {
        var atom = mostDivided(solution);
        var below = (long) Math.floor(solution[atom]);
        if (Worlds.isWhole(solution[atom]) || !one[atom].holds(below) || !one[atom].holds(below + 1)) {
            return false;
        }
        open.push(with(one, atom, new Interval(below + 1, one[atom].high())));
        open.push(with(one, atom, new Interval(one[atom].low(), below)));
        return true;
    }

    private static int mostDivided(double[] solution) {
        var found = 0;
        for (var atom = 1; atom < solution.length; atom++) {
            if (fromWhole(solution[atom]) > fromWhole(solution[found])) {
                found = atom;
            }
        }
        return found;
    }

    private static double fromWhole(double sum) {
        return Math.abs(sum - Math.rint(sum));
    }

    private static Interval[] with(Interval[] one, int atom, Interval sum) {
        var other = one.clone();
        other[atom] = sum;
        return other;
    }
}
