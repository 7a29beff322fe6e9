package org.anchors.charter.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The published sets of quantities and those that follow from two of them: intersections, differences, and the atoms. Each
 * equation says that a set is made of others that do not overlap. What follows from more of them is left to solving.
 */
final class SetFamily {

    /** More sets than this are not formed, and nothing is concluded from those that are. */
    static final int MOST_SETS = 30_000;

    static final int MOST_EQUATIONS = 600_000;

    /** A whole that is made of parts, by the sets' places in the family. */
    record Equation(int whole, int[] parts) {}

    private final Atoms atoms;
    private final Map<BitSet, Integer> places = new LinkedHashMap<>();
    private final List<BitSet> sets = new ArrayList<>();
    private final Map<Split, Equation> splits = new LinkedHashMap<>();
    private final List<Equation> sums = new ArrayList<>();
    private boolean complete = true;

    /** A set and one that it is made of: the rest follows. */
    private record Split(int whole, int part) {}

    SetFamily(List<Set<Quantity>> published, Atoms atoms) {
        this.atoms = atoms;
        var first = published.stream().map(atoms::in).distinct().toList();
        first.forEach(this::place);
        for (var atom = 0; atom < atoms.size(); atom++) {
            var alone = new BitSet();
            alone.set(atom);
            place(alone);
        }
        first.forEach(one -> relateToAll(one, first));
        for (var set : List.copyOf(sets)) {
            addUp(set);
        }
    }

    Atoms partition() {
        return atoms;
    }

    /** Whether every set that follows has been formed. */
    boolean isComplete() {
        return complete;
    }

    int size() {
        return sets.size();
    }

    List<Equation> equations() {
        return Stream.concat(splits.values().stream(), sums.stream()).toList();
    }

    /** The place of a published set. */
    int placeOf(Set<Quantity> published) {
        return placeOf(atoms.in(published));
    }

    /** The place of a set of atoms, or less than 0. */
    int placeOf(BitSet set) {
        return places.getOrDefault(set, -1);
    }

    /** Those that a set is made of. */
    BitSet atomsOf(int place) {
        return (BitSet) sets.get(place).clone();
    }

    /** How many quantities all sets have together. */
    long members() {
        return sets.stream()
                .mapToLong(set ->
                        set.stream().map(atom -> atoms.members(atom).size()).sum())
                .sum();
    }

    /** The quantities of the set at a place, in their order. */
    Set<Quantity> quantities(int place) {
        var all = new TreeSet<Quantity>();
        sets.get(place).stream().forEach(atom -> all.addAll(atoms.members(atom)));
        return all;
    }

    private void relateToAll(BitSet one, List<BitSet> published) {
        complete = complete && sets.size() <= MOST_SETS && splits.size() <= MOST_EQUATIONS;
        if (complete) {
            published.forEach(other -> relate(one, other));
        }
    }

    private void relate(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        if (both.isEmpty() || one.equals(other)) {
            return;
        }
        split(one, both, without(one, other));
        split(other, both, without(other, one));
    }

    private void split(BitSet whole, BitSet part, BitSet rest) {
        if (!rest.isEmpty()) {
            var one = Math.min(place(part), place(rest));
            var other = Math.max(place(part), place(rest));
            var all = place(whole);
            splits.computeIfAbsent(new Split(all, one), none -> new Equation(all, new int[] {one, other}));
        }
    }

    private void addUp(BitSet set) {
        if (set.cardinality() > 1) {
            sums.add(new Equation(
                    place(set),
                    set.stream()
                            .map(atom -> {
                                var alone = new BitSet();
                                alone.set(atom);
                                return place(alone);
                            })
                            .toArray()));
        }
    }

    private int place(BitSet set) {
        return places.computeIfAbsent(set, none -> {
            sets.add(set);
            return sets.size() - 1;
        });
    }

    private static BitSet without(BitSet one, BitSet other) {
        var rest = (BitSet) one.clone();
        rest.andNot(other);
        return rest;
    }
}
