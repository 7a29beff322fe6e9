package org.anchors.charter.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The published sets of quantities and those that follow from them: intersections, differences, and the atoms, which are the
 * largest sets that no published one divides. Each equation says that a set is made of others that do not overlap.
 */
final class SetFamily {

    /** More sets than this are not formed; the published ones and the atoms always are. */
    static final int MOST_DERIVED = 1_500;

    private static final int ROUNDS = 3;

    /** A whole that is made of parts, by the sets' places in the family. */
    record Equation(int whole, int[] parts) {}

    private final Map<Quantity, Integer> atomOf = new HashMap<>();
    private final List<Set<Quantity>> atoms = new ArrayList<>();
    private final Map<BitSet, Integer> places = new LinkedHashMap<>();
    private final List<BitSet> sets = new ArrayList<>();
    private final Map<List<Integer>, Equation> equations = new LinkedHashMap<>();

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

    int size() {
        return sets.size();
    }

    List<Equation> equations() {
        return List.copyOf(equations.values());
    }

    /** The place of a published set. */
    int placeOf(Set<Quantity> published) {
        return places.getOrDefault(atomsIn(published), -1);
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
            if (without(inside, sets.get(place)).isEmpty()) {
                found.add(place);
            }
        }
        return found;
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
        for (var round = 0; round < ROUNDS; round++) {
            var before = sets.size();
            for (var one : List.copyOf(sets)) {
                for (var other : published) {
                    relate(one, other);
                }
            }
            if (sets.size() == before) {
                return;
            }
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
        if (rest.isEmpty() || sets.size() > MOST_DERIVED && !(places.containsKey(part) && places.containsKey(rest))) {
            return;
        }
        add(new Equation(place(whole), new int[] {place(part), place(rest)}));
    }

    private void addUp(BitSet set) {
        if (set.cardinality() > 1) {
            var parts = set.stream()
                    .map(atom -> {
                        var alone = new BitSet();
                        alone.set(atom);
                        return place(alone);
                    })
                    .toArray();
            add(new Equation(place(set), parts));
        }
    }

    private void add(Equation equation) {
        var key = new ArrayList<Integer>();
        key.add(equation.whole());
        for (var part : equation.parts()) {
            key.add(part);
        }
        key.subList(1, key.size()).sort(null);
        equations.putIfAbsent(key, equation);
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
