package org.anchors.socialvalue.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for what cannot be right in the data of policies, whatever the policies say. */
final class Consistency {

    private static final BigDecimal ALL = new BigDecimal(100);

    private final List<RegimeDays> regimes;
    private final List<Policy> policies;
    private final List<Gate> gates;
    private final List<String> wrongs = new ArrayList<>();

    Consistency(List<RegimeDays> regimes, List<Policy> policies, List<Gate> gates) {
        this.regimes = regimes;
        this.policies = policies;
        this.gates = gates;
    }

    /** Policy or gate, and what is wrong with it. */
    List<String> wrongs() {
        repeated(regimes.stream().map(days -> days.regime().name()));
        repeated(policies.stream().map(Policy::key));
        repeated(gates.stream().map(Gate::key));
        regimes.forEach(this::regime);
        policies.forEach(this::policy);
        gates.forEach(this::gate);
        twoAtOnce();
        return wrongs;
    }

    private void repeated(Stream<String> keys) {
        var seen = new HashSet<String>();
        keys.filter(key -> !seen.add(key) || key.equals(Policies.NONE))
                .forEach(key -> wrongs.add(key + ": its key is taken"));
    }

    private void regime(RegimeDays days) {
        sourced(days.regime().name(), days.source());
        if (days.until() != null && !days.from().isBefore(days.until())) {
            wrongs.add("%s: it ends on %s before it begins".formatted(days.regime(), days.until()));
        }
    }

    private void policy(Policy policy) {
        sourced(policy.key(), policy.source());
        policy.scopes().stream()
                .filter(scope -> scope.until() != null && !scope.from().isBefore(scope.until()))
                .forEach(scope ->
                        wrongs.add("%s: it ends on %s before it begins".formatted(policy.key(), scope.until())));
        policy.minimums().stream()
                .map(Policy.Minimum::percent)
                .filter(percent -> percent.signum() < 0 || percent.compareTo(ALL) > 0)
                .forEach(percent -> wrongs.add("%s: a minimum of %s %%".formatted(policy.key(), percent)));
    }

    private void gate(Gate gate) {
        sourced(gate.key(), gate.source());
        if (gate.metBy() != null && !keys(gates).contains(gate.metBy())) {
            wrongs.add("%s: there is no gate %s".formatted(gate.key(), gate.metBy()));
        }
        gate.calls().stream()
                .filter(call -> call.below() != null && call.below().compareTo(call.atLeast()) <= 0)
                .forEach(call -> wrongs.add("%s: it is called for below %s only".formatted(gate.key(), call.below())));
    }

    private static Collection<String> keys(List<Gate> gates) {
        return gates.stream().map(Gate::key).collect(Collectors.toSet());
    }

    private void sourced(String key, String source) {
        if (source.isBlank()) {
            wrongs.add(key + ": it has no source");
        }
    }

    /** No buyer can be made to follow two policies by one notice, nor one policy in two ways. */
    private void twoAtOnce() {
        var all = policies.stream()
                .flatMap(policy -> policy.scopes().stream().map(scope -> new Held(policy.key(), scope)))
                .toList();
        for (var i = 0; i < all.size(); i++) {
            var one = all.get(i);
            all.subList(0, i).stream()
                    .filter(one::contradicts)
                    .forEach(other -> wrongs.add("%s and %s: both hold for %s"
                            .formatted(other.policy(), one.policy(), one.scope().buyer())));
        }
    }

    /** A policy in one of its times. */
    private record Held(String policy, Policy.Scope scope) {

        boolean contradicts(Held other) {
            return scope.overlaps(other.scope)
                    && (policy.equals(other.policy)
                            || scope.force() == Policy.Force.MANDATORY
                                    && other.scope.force() == Policy.Force.MANDATORY);
        }
    }
}
