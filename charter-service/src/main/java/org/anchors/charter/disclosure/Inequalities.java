package org.anchors.charter.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anchors.charter.disclosure.Atoms.Tie;
import org.anchors.kit.disclosure.Interval;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Everything that was said as one system of inequalities over the atoms. Solving it for the least and the most that a set can be
 * finds what no single equation shows, such as three overlapping sums. The solution is of the relaxed problem, in fractions, and
 * rounded inwards to whole numbers: no possible count is ever excluded.
 */
final class Inequalities {

    /** A solver's answer is off by less than this; sums of whole numbers are a half apart at least. */
    private static final double SLACK = 1e-6;

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Atoms partition;
    private final List<Variable> atoms;
    private final List<Said> said = new ArrayList<>();

    /** What one claim says of the sum of some atoms. */
    private record Said(BitSet set, Interval says, int source) {}

    /**
     * What a set can be.
     *
     * @param sources the claims whose bounds the solutions touch
     * @param solutions the atoms' sums with which it is the least and the most
     */
    record Solved(Interval left, BitSet sources, List<double[]> solutions) {}

    Inequalities(Atoms partition) {
        this.partition = partition;
        atoms = IntStream.range(0, partition.size())
                .mapToObj(atom -> model.newVariable("atom " + atom).lower(0))
                .toList();
        partition.ties().forEach(this::atMost);
    }

    /** The sum over a set lies within bounds. */
    void say(BitSet set, Interval says, int source) {
        said.add(new Said(set, says, source));
        var sum = sum("claim " + source, set).lower(says.low());
        if (says.high() < Interval.UNBOUNDED) {
            sum.upper(says.high());
        }
    }

    /** How much there is to solve, as it grows with the system: coefficients, times the smaller of rows and atoms. */
    long work() {
        long rows = model.countExpressions();
        return rows * atoms.size() * Math.min(rows, atoms.size());
    }

    /** Sums of the atoms within bounds, if there are any. */
    Optimisation.Result solve(Interval[] bounds) {
        for (var atom = 0; atom < atoms.size(); atom++) {
            var within = bounds[atom];
            atoms.get(atom)
                    .lower(within.low())
                    .upper(within.high() == Interval.UNBOUNDED ? null : BigDecimal.valueOf(within.high()))
                    .weight(1);
        }
        return model.minimise();
    }

    /** The least and the most that a set can be; empty where the solver comes to no end. */
    Optional<Solved> solve(BitSet set) {
        IntStream.range(0, atoms.size()).forEach(atom -> atoms.get(atom).weight(set.get(atom) ? 1 : 0));
        var least = model.minimise();
        var most = model.maximise();
        var isUnbounded = most.getState() == Optimisation.State.UNBOUNDED;
        if (!least.getState().isOptimal() || !isUnbounded && !most.getState().isOptimal()) {
            return Optional.empty();
        }
        var high = isUnbounded ? Interval.UNBOUNDED : (long) Math.floor(valueOf(set, most) + SLACK);
        var low = Math.min((long) Math.ceil(valueOf(set, least) - SLACK), high);
        var sources = touchedBy(least);
        sources.or(touchedBy(most));
        return Optional.of(
                new Solved(new Interval(low, high), sources, List.of(least.toRawCopy1D(), most.toRawCopy1D())));
    }

    /** The members of one atom are in the mean at most those of the other. */
    private void atMost(Tie tie) {
        var fewer = partition.members(tie.less()).size();
        var more = partition.members(tie.more()).size();
        model.newExpression("rule " + model.countExpressions())
                .lower(0)
                .set(atoms.get(tie.more()), fewer)
                .set(atoms.get(tie.less()), -more);
    }

    private Expression sum(String name, BitSet set) {
        var sum = model.newExpression(name);
        set.stream().forEach(atom -> sum.set(atoms.get(atom), 1));
        return sum;
    }

    private static double valueOf(BitSet set, Optimisation.Result solution) {
        return set.stream().mapToDouble(solution::doubleValue).sum();
    }

    private BitSet touchedBy(Optimisation.Result solution) {
        var touched = new BitSet();
        said.stream()
                .filter(one -> isAtABound(valueOf(one.set(), solution), one.says()))
                .forEach(one -> touched.set(one.source()));
        return touched;
    }

    private static boolean isAtABound(double value, Interval says) {
        return Math.abs(value - says.low()) < SLACK || Math.abs(value - says.high()) < SLACK;
    }
}
