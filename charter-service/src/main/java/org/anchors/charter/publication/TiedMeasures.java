package org.anchors.charter.publication;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.disclosure.AtMost;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.disclosure.Quantity;
import org.anchors.kit.disclosure.Policy;

/** Which measures have to do with those of some claims, by rules of any number. */
final class TiedMeasures {

    private static final String ANYBODY = "anybody";

    private final Set<String> tied = new TreeSet<>();

    TiedMeasures(
            Collection<String> published, List<Claim> claims, Function<Collection<Claim>, List<AtMost>> rulesBetween) {
        var wanted = claims.stream()
                .flatMap(claim -> claim.parts().stream())
                .map(Quantity::measure)
                .collect(Collectors.toSet());
        var of = neighbours(rulesBetween.apply(Stream.concat(published.stream(), wanted.stream())
                .distinct()
                .map(TiedMeasures::anybodys)
                .toList()));
        var next = new ArrayDeque<>(wanted);
        while (!next.isEmpty()) {
            var measure = next.remove();
            if (tied.add(measure)) {
                next.addAll(of.getOrDefault(measure, Set.of()));
            }
        }
    }

    Set<String> all() {
        return tied;
    }

    /** A count of a measure, to ask which rules there are: 0 agrees with all of them. */
    private static Claim anybodys(String measure) {
        return new Claim(ANYBODY, measure, Set.of(new Quantity(measure, ANYBODY, 0)), Policy.NONE);
    }

    private static Map<String, Set<String>> neighbours(List<AtMost> rules) {
        return rules.stream()
                .flatMap(rule -> Stream.of(
                        List.of(rule.less().measure(), rule.more().measure()),
                        List.of(rule.more().measure(), rule.less().measure())))
                .collect(Collectors.groupingBy(
                        List::getFirst, Collectors.mapping(List::getLast, Collectors.toCollection(HashSet::new))));
    }
}
