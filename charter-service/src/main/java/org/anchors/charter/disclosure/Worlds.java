package org.anchors.charter.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.anchors.kit.disclosure.Interval;

/** Sums of the atoms, in whole numbers, that agree with everything that was said; the true ones are among them. */
final class Worlds {

    /** A solver's answer is off by less than this. */
    private static final double SLACK = 1e-6;

    private final Atoms atoms;
    private final List<Said> said;
    private final List<long[]> possible = new ArrayList<>();

    private record Said(BitSet set, Interval says) {}

    Worlds(Atoms atoms, List<Claim> claims) {
        this.atoms = atoms;
        this.said = claims.stream()
                .map(claim -> new Said(atoms.in(claim.parts()), claim.says()))
                .distinct()
                .toList();
        possible.add(IntStream.range(0, atoms.size())
                .mapToLong(atom -> Sums.of(atoms.members(atom)))
                .toArray());
    }

    /** How many values a set has in them. */
    long values(BitSet set) {
        return possible.stream().mapToLong(world -> sum(world, set)).distinct().count();
    }

    boolean hold(BitSet set, long value) {
        return possible.stream().anyMatch(world -> sum(world, set) == value);
    }

    /** Keeps a solution, and says whether it is one of them. */
    boolean add(double[] solution) {
        var world = Arrays.stream(solution).mapToLong(Math::round).toArray();
        var isOne = Arrays.stream(solution).allMatch(Worlds::isWhole) && isPossible(world);
        if (isOne) {
            possible.add(world);
        }
        return isOne;
    }

    static boolean isWhole(double sum) {
        return Math.abs(sum - Math.rint(sum)) < SLACK;
    }

    private boolean isPossible(long[] world) {
        return Arrays.stream(world).allMatch(sum -> sum >= 0)
                && said.stream().allMatch(one -> one.says().holds(sum(world, one.set())))
                && atoms.ties().stream()
                        .allMatch(tie -> world[tie.less()]
                                        * atoms.members(tie.more()).size()
                                <= world[tie.more()] * atoms.members(tie.less()).size());
    }

    private static long sum(long[] world, BitSet set) {
        return set.stream().mapToLong(atom -> world[atom]).sum();
    }
}
