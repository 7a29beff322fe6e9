package org.anchors.charter.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anchors.charter.disclosure.Atoms.Tie;

/**
 * Bounds every set of a family in whole numbers: each published figure bounds its set, sets that are made of others bound one
 * another, rules too, and so on until nothing moves.
 */
final class Propagation {

    static final long MOST_STEPS = 60_000_000;

    private final Component known;
    private final SetFamily sets;
    private final Bounds bounds;

    /** A set that is at most another, by their places. */
    private record Order(int less, int more) {}

    Propagation(Component known, SetFamily sets) {
        this.known = known;
        this.sets = sets;
        this.bounds = new Bounds(sets.size());
    }

    /** The bounds when nothing moves any more; empty where that takes too long. */
    Optional<Bounds> bounds() {
        for (var index = 0; index < known.claims().size(); index++) {
            var claim = known.claims().get(index);
            bounds.say(sets.placeOf(claim.parts()), claim.says(), index);
        }
        var orders = orders();
        var equations = sets.equations();
        var steps = 0L;
        while (steps <= MOST_STEPS && bounds.hasMoved() && !bounds.contradict()) {
            steps += equations.size() + orders.size();
            equations.forEach(bounds::apply);
            orders.forEach(order -> bounds.apply(order.less(), order.more()));
        }
        return steps <= MOST_STEPS ? Optional.of(bounds) : Optional.empty();
    }

    /** A rule between atoms holds between sets too, where each atom of one is at most its own of the other. */
    private List<Order> orders() {
        var atoms = sets.partition();
        var more = atoms.ties().stream()
                .filter(tie -> atoms.members(tie.less()).size()
                        == atoms.members(tie.more()).size())
                .collect(Collectors.groupingBy(
                        Tie::less,
                        Collectors.groupingBy(
                                tie -> atoms.measure(tie.more()), Collectors.mapping(Tie::more, Collectors.toList()))));
        var orders = new ArrayList<Order>();
        for (var place = 0; place < sets.size(); place++) {
            orders.addAll(ordersOf(place, more));
        }
        return orders;
    }

    private List<Order> ordersOf(int place, Map<Integer, Map<String, List<Integer>>> more) {
        var atoms = sets.atomsOf(place);
        var first = more.getOrDefault(atoms.nextSetBit(0), Map.of());
        var orders = new ArrayList<Order>();
        for (var measure : new TreeSet<>(first.keySet())) {
            var image = new BitSet();
            atoms.stream()
                    .mapToObj(atom -> more.getOrDefault(atom, Map.of()).getOrDefault(measure, List.of()))
                    .filter(tied -> tied.size() == 1)
                    .forEach(tied -> image.set(tied.getFirst()));
            var found = sets.placeOf(image);
            if (image.cardinality() == atoms.cardinality() && found >= 0) {
                orders.add(new Order(place, found));
            }
        }
        return orders;
    }
}
