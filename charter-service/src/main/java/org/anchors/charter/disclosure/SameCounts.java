package org.anchors.charter.disclosure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts that rules make the same, such as the offers of a sum and those of its conversion: each is at most the other. They go
 * by the name that comes first, wherever they are spoken of, so that what is said of one is said of all.
 */
final class SameCounts {

    private final Map<Quantity, Quantity> first = new HashMap<>();

    SameCounts(Collection<AtMost> rules) {
        var known = new HashSet<>(rules);
        rules.stream()
                .filter(rule -> known.contains(new AtMost(rule.more(), rule.less())))
                .forEach(rule -> join(of(rule.less()), of(rule.more())));
    }

    Knowledge in(Knowledge known) {
        return new Knowledge(known.claims().stream().map(this::of).toList(), rules(known.rules()), known.open());
    }

    private Quantity of(Quantity quantity) {
        var same = quantity;
        for (var next = first.get(same); next != null; next = first.get(same)) {
            same = next;
        }
        return same;
    }

    private void join(Quantity one, Quantity other) {
        if (one.compareTo(other) < 0) {
            first.put(other, one);
        } else if (!one.equals(other)) {
            first.put(one, other);
        }
    }

    private Claim of(Claim claim) {
        return new Claim(claim.publication(), claim.cell(), of(claim.parts()), claim.policy());
    }

    private Set<Quantity> of(Set<Quantity> some) {
        return some.stream().map(this::of).collect(Collectors.toSet());
    }

    private List<AtMost> rules(Collection<AtMost> rules) {
        return rules.stream()
                .map(rule -> new AtMost(of(rule.less()), of(rule.more())))
                .filter(rule -> !rule.less().equals(rule.more()))
                .distinct()
                .toList();
    }
}
