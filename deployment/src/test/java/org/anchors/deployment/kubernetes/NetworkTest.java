package org.anchors.deployment.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anchors.deployment.Checkout;
import org.anchors.deployment.Dockerfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {

    private static final String MONITORING = "anchors.org/monitoring";
    private static final Dockerfile IMAGE = Dockerfile.read();

    static Stream<Rendered> overlays() {
        return Rendered.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void letsNothingThroughThatNoPolicyAllows(Rendered overlay) {
        assertTrue(overlay.all(NetworkPolicy.class).stream()
                .anyMatch(policy -> podLabels(policy).isEmpty()
                        && policy.getSpec().getPolicyTypes().containsAll(List.of("Ingress", "Egress"))
                        && policy.getSpec().getIngress().isEmpty()
                        && policy.getSpec().getEgress().isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void allowsNoSenderWithoutANameAndNoPortWithoutANumber(Rendered overlay) {
        for (var policy : overlay.all(NetworkPolicy.class)) {
            // The edge is there for whoever comes.
            var forAll = policy.getMetadata().getName().equals("edge");
            policy.getSpec().getIngress().forEach(rule -> {
                assertFalse(rule.getFrom().isEmpty(), policy.getMetadata().getName());
                assertFalse(rule.getPorts().isEmpty(), policy.getMetadata().getName());
                rule.getFrom()
                        .forEach(peer -> assertTrue(
                                forAll || peer.getPodSelector() != null || peer.getNamespaceSelector() != null));
            });
            policy.getSpec()
                    .getEgress()
                    .forEach(rule -> assertFalse(
                            rule.getPorts().isEmpty(), policy.getMetadata().getName()));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void letsInWhomItLetsOutAndLetsOutWhomItLetsIn(Rendered overlay) {
        var paths = new Paths(overlay);
        assertTrue(paths.out().contains(new Paths.Path("keycloak-realm-import", "postgres", 5432)));
        assertEquals(Set.of(), Paths.without(paths.out(), paths.in()));
        assertEquals(Set.of(), Paths.without(Paths.senders(paths.in()), Paths.senders(paths.out())));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void letsServicesBeAskedByTheGatewayAndTheMonitoringAlone(Rendered overlay) {
        var from = policiesOf(overlay, "charter-service")
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .flatMap(rule -> rule.getFrom().stream())
                .map(peer -> peer.getPodSelector() != null
                        ? peer.getPodSelector().getMatchLabels()
                        : peer.getNamespaceSelector().getMatchLabels())
                .toList();
        assertEquals(
                List.of(Map.of("app.kubernetes.io/component", "gateway"), Map.of("anchors.org/monitoring", "true")),
                from);
    }

    /** observability/prometheus/kubernetes.yml: what it scrapes, and where it gets its token. */
    @ParameterizedTest
    @MethodSource("overlays")
    void letsPrometheusInWhereverItAsks(Rendered overlay) {
        var paths = new Paths(overlay);
        var token = StrictYaml.documents(Checkout.text("observability/prometheus/kubernetes.yml"))
                .getFirst()
                .findValuesAsText("token_url")
                .stream()
                .map(URI::create)
                .toList();
        assertEquals(1, token.size());
        assertEquals("keycloak-service.anchors", token.getFirst().getHost());
        assertEquals(Set.of(token.getFirst().getPort(), 9000), paths.letIn(MONITORING, "keycloak"));
        assertEquals(Set.of(9187), paths.letIn(MONITORING, "postgres"));
        overlay.all(Deployment.class)
                .forEach(deployment -> assertEquals(
                        Set.of(Integer.valueOf(IMAGE.port())),
                        paths.letIn(MONITORING, deployment.getMetadata().getName())));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void letsTheGatewayReachNeitherDatabaseNorKafka(Rendered overlay) {
        var ports = new TreeSet<String>();
        policiesOf(overlay, "gateway")
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getPorts().stream())
                .forEach(port -> ports.add(String.valueOf(port.getPort().getIntVal())));
        assertEquals(new TreeSet<>(List.of("53", "8080", "4318")), ports);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void showsHealthMetricsAndAdministrationToNobodyOutside(Rendered overlay) {
        var paths = overlay.all(HTTPRoute.class).stream()
                .flatMap(route -> route.getSpec().getRules().stream())
                .flatMap(rule -> rule.getMatches().stream())
                .map(match -> match.getPath().getValue())
                .toList();
        assertTrue(paths.contains("/api"));
        for (var hidden : List.of("/q/health", "/q/metrics", "/health", "/admin", "/metrics", "/realms/master")) {
            assertFalse(paths.stream().anyMatch(hidden::startsWith), hidden);
        }
        // A rule without a match lets everything through.
        overlay.all(HTTPRoute.class).stream()
                .flatMap(route -> route.getSpec().getRules().stream())
                .filter(rule -> rule.getMatches().isEmpty())
                .forEach(rule -> assertTrue(rule.getBackendRefs().isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void comesInByTlsAlone(Rendered overlay) {
        var gateway = overlay.all(Gateway.class).getFirst().getSpec();
        var secured = gateway.getListeners().stream()
                .filter(listener -> listener.getProtocol().equals("HTTPS"))
                .peek(listener -> assertNotNull(
                        listener.getTls().getCertificateRefs().getFirst().getName()))
                .map(listener -> listener.getName())
                .toList();
        overlay.all(HTTPRoute.class).stream()
                .filter(route -> route.getSpec().getRules().stream()
                        .anyMatch(rule -> !rule.getBackendRefs().isEmpty()))
                .flatMap(route -> route.getSpec().getParentRefs().stream())
                .forEach(parent -> assertTrue(secured.contains(parent.getSectionName()), parent.getSectionName()));
    }

    private static Stream<NetworkPolicy> policiesOf(Rendered overlay, String program) {
        var labels = overlay.all(Deployment.class).stream()
                .filter(deployment -> deployment.getMetadata().getName().equals(program))
                .findFirst()
                .orElseThrow()
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getLabels();
        return overlay.all(NetworkPolicy.class).stream().filter(policy -> labels.entrySet()
                .containsAll(podLabels(policy).entrySet()));
    }

    private static Map<String, String> podLabels(NetworkPolicy policy) {
        var selector = policy.getSpec().getPodSelector().getMatchLabels();
        return selector == null ? Map.of() : selector;
    }
}
