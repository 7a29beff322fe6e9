package org.anchors.charter.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The largest sets of quantities whose members nothing that is known tells apart: the same was published about all of them, and
 * rules tie each to as many members of every other such set (the coarsest equitable partition). A system of inequalities over
 * the atoms' sums bounds them as closely as one over all quantities would.
 */
final class Atoms {

    private final Map<Quantity, Integer> atomOf;
    private final List<Set<Quantity>> members = new ArrayList<>();
    private final List<Tie> ties;

    /** In the mean a member of one atom is at most a member of the other, because each is at most one of them. */
    record Tie(int less, int more) {}

    Atoms(List<Set<Quantity>> published, Collection<AtMost> rules) {
        var memberships = memberships(published);
        var held = rules.stream()
                .filter(rule -> memberships.containsKey(rule.less()) && memberships.containsKey(rule.more()))
                .toList();
        atomOf = divided(memberships, held);
        atomOf.forEach((quantity, atom) -> {
            while (members.size() <= atom) {
                members.add(new TreeSet<>());
            }
            members.get(atom).add(quantity);
        });
        ties = needed(held.stream()
                .map(rule -> new Tie(of(rule.less()), of(rule.more())))
                .collect(Collectors.toSet()));
    }

    int size() {
        return members.size();
    }

    /** What rules say, but for what follows from two of them. */
    List<Tie> ties() {
        return ties;
    }

    Set<Quantity> members(int atom) {
        return members.get(atom);
    }

    String measure(int atom) {
        return members.get(atom).iterator().next().measure();
    }

    /** The atoms that some quantities are in. */
    BitSet in(Set<Quantity> quantities) {
        var atoms = new BitSet();
        quantities.forEach(quantity -> atoms.set(of(quantity)));
        return atoms;
    }

    private int of(Quantity quantity) {
        return atomOf.getOrDefault(quantity, -1);
    }

    private static Map<Quantity, BitSet> memberships(List<Set<Quantity>> published) {
        var memberships = new TreeMap<Quantity, BitSet>();
        for (var index = 0; index < published.size(); index++) {
            for (var quantity : published.get(index)) {
                memberships.computeIfAbsent(quantity, none -> new BitSet()).set(index);
            }
        }
        return memberships;
    }

    /** Parts what is published apart first, and then again and again what is tied to different parts. */
    private static Map<Quantity, Integer> divided(Map<Quantity, BitSet> memberships, List<AtMost> rules) {
        var more = rules.stream()
                .collect(Collectors.groupingBy(AtMost::less, Collectors.mapping(AtMost::more, Collectors.toList())));
        var less = rules.stream()
                .collect(Collectors.groupingBy(AtMost::more, Collectors.mapping(AtMost::less, Collectors.toList())));
        var quantities = memberships.keySet();
        var parts = numbered(quantities, one -> List.of(one.measure(), memberships.getOrDefault(one, new BitSet())));
        var before = 0L;
        while (before < count(parts)) {
            var now = parts;
            before = count(now);
            parts = numbered(
                    quantities,
                    one -> List.of(
                            now.getOrDefault(one, -1), partsOf(now, more.get(one)), partsOf(now, less.get(one))));
        }
        return parts;
    }

    private static List<Integer> partsOf(Map<Quantity, Integer> parts, @Nullable List<Quantity> tied) {
        return Stream.ofNullable(tied)
                .flatMap(List::stream)
                .map(one -> parts.getOrDefault(one, -1))
                .sorted()
                .toList();
    }

    private static Map<Quantity, Integer> numbered(Set<Quantity> quantities, Function<Quantity, Object> key) {
        var numbers = new HashMap<Object, Integer>();
        var numbered = new LinkedHashMap<Quantity, Integer>();
        quantities.forEach(one -> numbered.put(one, numbers.computeIfAbsent(key.apply(one), none -> numbers.size())));
        return numbered;
    }

    private static long count(Map<Quantity, Integer> parts) {
        return parts.values().stream().distinct().count();
    }

    private static List<Tie> needed(Set<Tie> ties) {
        var more = ties.stream()
                .collect(Collectors.groupingBy(Tie::less, Collectors.mapping(Tie::more, Collectors.toSet())));
        return ties.stream()
                .filter(tie -> more.getOrDefault(tie.less(), Set.of()).stream()
                        .noneMatch(between -> ties.contains(new Tie(between, tie.more()))))
                .sorted(Comparator.comparingInt(Tie::less).thenComparingInt(Tie::more))
                .toList();
    }
}
