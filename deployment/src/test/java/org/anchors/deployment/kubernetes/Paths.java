package org.anchors.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The ways between pods of one overlay, as network policies see them from either end. */
final class Paths {

    /** Who may speak to whom at what port. */
    record Path(String from, String to, int port) {}

    /** What operators and the edge give their pods, beside our own. */
    private static final Map<String, Map<String, String>> OF_OTHERS = Map.of(
            "postgres", Map.of("cnpg.io/cluster", "postgres"),
            "kafka", Map.of("strimzi.io/cluster", "kafka", "strimzi.io/name", "kafka-kafka"),
            "entity-operator", Map.of("strimzi.io/cluster", "kafka", "strimzi.io/name", "kafka-entity-operator"),
            "keycloak", Map.of("app", "keycloak"),
            "keycloak-realm-import", Map.of("app", "keycloak-realm-import"),
            "edge", Map.of("gateway.networking.k8s.io/gateway-name", "edge"));

    private final Map<String, Map<String, String>> pods = new TreeMap<>(OF_OTHERS);
    private final List<NetworkPolicy> policies;

    Paths(Rendered overlay) {
        policies = overlay.all(NetworkPolicy.class);
        overlay.all(Deployment.class)
                .forEach(deployment -> pods.put(
                        deployment.getMetadata().getName(),
                        deployment.getSpec().getTemplate().getMetadata().getLabels()));
    }

    /** Those that whoever speaks is let out to. */
    Set<Path> out() {
        var out = new HashSet<Path>();
        policies.forEach(policy -> policy.getSpec().getEgress().forEach(rule -> selected(policy)
                .forEach(from -> named(rule.getTo())
                        .forEach(to -> rule.getPorts().forEach(port -> out.add(path(from, to, port)))))));
        return out;
    }

    /** Those that whoever is spoken to lets in. */
    Set<Path> in() {
        var in = new HashSet<Path>();
        policies.forEach(policy -> policy.getSpec().getIngress().forEach(rule -> selected(policy)
                .forEach(to -> named(rule.getFrom())
                        .forEach(from -> rule.getPorts().forEach(port -> in.add(path(from, to, port)))))));
        return in;
    }

    /** The ports at which a pod lets in whoever is in a namespace with a label. */
    Set<Integer> letIn(String label, String to) {
        return policies.stream()
                .filter(policy -> selected(policy).contains(to))
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .filter(rule -> rule.getFrom().stream().anyMatch(peer -> isOfANamespace(peer, label)))
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getIntVal())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOfANamespace(NetworkPolicyPeer peer, String label) {
        return peer.getNamespaceSelector() != null
                && peer.getNamespaceSelector().getMatchLabels().containsKey(label);
    }

    /** Who speaks at what port to whomever. */
    static Set<String> senders(Set<Path> paths) {
        return paths.stream().map(path -> path.from() + " " + path.port()).collect(Collectors.toSet());
    }

    static <T> Set<T> without(Set<T> some, Set<T> others) {
        var rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Path path(String from, String to, NetworkPolicyPort port) {
        return new Path(from, to, port.getPort().getIntVal());
    }

    private Set<String> selected(NetworkPolicy policy) {
        return having(policy.getSpec().getPodSelector().getMatchLabels());
    }

    /** The pods of this namespace; whoever is in another is known by a label of that one alone. */
    private Set<String> named(List<NetworkPolicyPeer> peers) {
        return peers.stream()
                .filter(peer -> peer.getPodSelector() != null && peer.getNamespaceSelector() == null)
                .flatMap(peer -> having(peer.getPodSelector().getMatchLabels()).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> having(Map<String, String> labels) {
        var found = new TreeSet<String>();
        pods.forEach((name, its) -> {
            if (its.entrySet().containsAll(labels.entrySet())) {
                found.add(name);
            }
        });
        return found;
    }
}
