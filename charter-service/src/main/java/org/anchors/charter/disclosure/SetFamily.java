package org.anchors.charter.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The published sets of quantities and those that follow from them: intersections, differences, and the atoms, which are the
 * largest sets that no published one divides. Sets are formed in {@value #ROUNDS} rounds, each from those before and the published ones. Each equation says that a set is made of others that do not overlap.
 */
final class SetFamily {

    /** More sets than this are not formed, and nothing is concluded from those that are. */
    static final int MOST_SETS = 30_000;

    static final int MOST_EQUATIONS = 600_000;

    /** So many published sets are taken from one another in a row; all parts of a whole together are one step. */
    static final int ROUNDS = 3;

    /** A whole that is made of parts, by the sets' places in the family. */
    record Equation(int whole, int[] parts) {}

    private final Map<Quantity, Integer> atomOf = new HashMap<>();
    private final List<Set<Quantity>> atoms = new ArrayList<>();
    private final Map<BitSet, Integer> places = new LinkedHashMap<>();
    private final List<BitSet> sets = new ArrayList<>();
    private final Map<Split, Equation> splits = new LinkedHashMap<>();
    private final List<Equation> sums = new ArrayList<>();
    private boolean complete = true;

    /** A set and one that it is made of: the rest follows. */
    private record Split(int whole, int part) {}

    SetFamily(List<Set<Quantity>> published) {
        divide(published);
        var first = published.stream().map(this::atomsIn).distinct().toList();
        first.forEach(this::place);
        for (var atom = 0; atom < atoms.size(); atom++) {
            var alone = new BitSet();
            alone.set(atom);
            place(alone);
        }
        derive(first);
        for (var set : List.copyOf(sets)) {
            addUp(set);
        }
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
        return places.getOrDefault(atomsIn(published), -1);
    }

    /** How many sets there are that nothing published divides. */
    int atoms() {
        return atoms.size();
    }

    /** Those that a set is made of. */
    BitSet atomsOf(int place) {
        return (BitSet) sets.get(place).clone();
    }

    /** How many quantities all sets have together. */
    long members() {
        return sets.stream()
                .mapToLong(
                        set -> set.stream().map(atom -> atoms.get(atom).size()).sum())
                .sum();
    }

    /** Whether anything was published about a quantity. */
    boolean holds(Quantity quantity) {
        return atomOf.containsKey(quantity);
    }

    /** The quantities of the set at a place, in their order. */
    Set<Quantity> quantities(int place) {
        var all = new TreeSet<Quantity>();
        sets.get(place).stream().forEach(atom -> all.addAll(atoms.get(atom)));
        return all;
    }

    /** The places of all sets that hold certain quantities. */
    List<Integer> around(Set<Quantity> quantities) {
        var inside = atomsIn(quantities);
        var found = new ArrayList<Integer>();
        for (var place = 0; place < sets.size(); place++) {
            if (isIn(inside, sets.get(place))) {
                found.add(place);
            }
        }
        return found;
    }

    private static boolean isIn(BitSet some, BitSet all) {
        var missing = some.nextSetBit(0);
        while (missing >= 0 && all.get(missing)) {
            missing = some.nextSetBit(missing + 1);
        }
        return missing < 0;
    }

    private void divide(List<Set<Quantity>> published) {
        var memberships = new LinkedHashMap<Quantity, BitSet>();
        for (var index = 0; index < published.size(); index++) {
            for (var quantity : new TreeSet<>(published.get(index))) {
                memberships.computeIfAbsent(quantity, none -> new BitSet()).set(index);
            }
        }
        var byMembership = new LinkedHashMap<BitSet, Integer>();
        memberships.forEach((quantity, membership) -> {
            var atom = byMembership.computeIfAbsent(membership, none -> {
                atoms.add(new TreeSet<>());
                return atoms.size() - 1;
            });
            atoms.get(atom).add(quantity);
            atomOf.put(quantity, atom);
        });
    }

    private BitSet atomsIn(Set<Quantity> quantities) {
        var inside = new BitSet();
        quantities.stream().map(atomOf::get).forEach(inside::set);
        return inside;
    }

    private void derive(List<BitSet> published) {
        var done = 0;
        for (var round = 0; round < ROUNDS && done < sets.size() && complete; round++) {
            var formed = List.copyOf(sets.subList(done, sets.size()));
            done = sets.size();
            formed.forEach(one -> relateToAll(one, published));
        }
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
