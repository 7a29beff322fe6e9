package org.anchors.charter.disclosure;

import static org.anchors.charter.disclosure.DifferencingGuard.FEWEST_POSSIBLE;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.anchors.kit.disclosure.Interval;

/**
 * Solves everything that was said together, for one set of atoms after the other, within a limit that is counted and not timed.
 * Whole numbers with which all that was said is true are kept: where five of them differ in a set, nothing has to be solved.
 */
final class Solving {

    /** What all systems together may take that are solved for one component. */
    static final long MOST_WORK = 4_000_000_000L;

    /** What cases may take beside it; beyond, what fractions leave stands. */
    static final long MOST_WORK_ON_CASES = 400_000_000L;

    /** Where fractions leave no more values than this, whole numbers may leave fewer than five. */
    private static final long FEW = 8;

    private final Atoms atoms;
    private final List<Claim> claims;
    private final Inequalities all;
    private final Inequalities before;
    private final Worlds worlds;
    private long work;
    private long workOnCases;

    Solving(Atoms atoms, List<Claim> claims, String publication) {
        this.atoms = atoms;
        this.claims = claims;
        all = system(claim -> true);
        before = system(claim -> !claim.publication().equals(publication));
        worlds = new Worlds(atoms, claims);
    }

    /** Whether five values of a set are known to be possible. */
    boolean isOpen(BitSet set) {
        return worlds.values(set) >= FEWEST_POSSIBLE;
    }

    /** What a set can be; empty where it takes too much to find out. */
    Optional<Inequalities.Solved> solve(BitSet set) {
        var solved = within(all).flatMap(system -> system.solve(set));
        solved.ifPresent(found -> found.solutions().forEach(worlds::add));
        return solved.map(
                found -> new Inequalities.Solved(ends(set, found.left()), found.sources(), found.solutions()));
    }

    /** What a set could be before this publication; empty where it takes too much to find out. */
    Optional<Interval> before(BitSet set) {
        return within(before).flatMap(system -> system.solve(set)).map(Inequalities.Solved::left);
    }

    /** Takes those off both ends that no whole numbers give, as far as that can be told. */
    private Interval ends(BitSet set, Interval left) {
        var low = left.low();
        var high = left.high();
        while (isToBeNarrowed(set, new Interval(low, high))) {
            var end = worlds.hold(set, low) ? high : low;
            var isPossible = isPossible(set, end);
            if (isPossible.isEmpty()) {
                return new Interval(low, high);
            }
            if (!isPossible.get()) {
                low = end == low ? low + 1 : low;
                high = end == high ? high - 1 : high;
            }
        }
        return new Interval(low, high);
    }

    private boolean isToBeNarrowed(BitSet set, Interval left) {
        return left.possible() >= FEWEST_POSSIBLE
                && left.possible() <= FEW
                && !isOpen(set)
                && !(worlds.hold(set, left.low()) && worlds.hold(set, left.high()));
    }

    private Optional<Boolean> isPossible(BitSet set, long value) {
        var cases = new Cases(() -> with(set, value), atoms.size(), worlds);
        var found = workOnCases <= MOST_WORK_ON_CASES ? cases.arePossible() : Optional.<Boolean>empty();
        workOnCases += all.work() * cases.tried();
        return found;
    }

    private Inequalities with(BitSet set, long value) {
        var system = system(claim -> true);
        system.say(set, Interval.only(value), claims.size());
        return system;
    }

    private Optional<Inequalities> within(Inequalities system) {
        work += system.work();
        return work <= MOST_WORK ? Optional.of(system) : Optional.empty();
    }

    private Inequalities system(Predicate<Claim> wanted) {
        var system = new Inequalities(atoms);
        for (var index = 0; index < claims.size(); index++) {
            var claim = claims.get(index);
            if (wanted.test(claim)) {
                system.say(atoms.in(claim.parts()), claim.says(), index);
            }
        }
        return system;
    }
}
