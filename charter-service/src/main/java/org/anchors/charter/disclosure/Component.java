package org.anchors.charter.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Claims and rules that have something to do with one another; quantities of different components have not. */
record Component(List<Claim> claims, List<AtMost> rules) {

    Component() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    static List<Component> of(Knowledge known) {
        var leaders = new Leaders();
        known.claims().forEach(claim -> leaders.join(claim.parts().stream()));
        known.rules().forEach(rule -> leaders.join(Stream.of(rule.less(), rule.more())));
        var components = new LinkedHashMap<Quantity, Component>();
        for (var claim : known.claims()) {
            leaders.of(claim.parts())
                    .forEach(leader -> at(components, leader).claims().add(claim));
        }
        for (var rule : known.rules()) {
            leaders.of(Set.of(rule.less()))
                    .forEach(leader -> at(components, leader).rules().add(rule));
        }
        return List.copyOf(components.values());
    }

    /** The sets that were published something about. */
    List<Set<Quantity>> sets() {
        return claims.stream().map(Claim::parts).distinct().toList();
    }

    private static Component at(Map<Quantity, Component> components, Quantity leader) {
        return components.computeIfAbsent(leader, none -> new Component());
    }

    /** Which quantities belong together: each knows another one of its kind, down to the one that leads them. */
    private static final class Leaders {

        private final Map<Quantity, Quantity> next = new HashMap<>();

        void join(Stream<Quantity> together) {
            var members = together.iterator();
            if (members.hasNext()) {
                var first = members.next();
                members.forEachRemaining(other -> next.put(leader(other), leader(first)));
            }
        }

        List<Quantity> of(Set<Quantity> together) {
            return together.stream().limit(1).map(this::leader).toList();
        }

        private Quantity leader(Quantity quantity) {
            var leader = quantity;
            for (var step = next.get(leader); step != null && !step.equals(leader); step = next.get(leader)) {
                leader = step;
            }
            return leader;
        }
    }
}
