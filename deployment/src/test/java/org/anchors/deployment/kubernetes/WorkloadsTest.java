package org.anchors.deployment.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anchors.deployment.Checkout;
import org.anchors.deployment.Dockerfile;
import org.anchors.deployment.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadsTest {

    private static final Dockerfile IMAGE = Dockerfile.read();

    static Stream<Arguments> workloads() {
        return Rendered.all().flatMap(overlay -> overlay.all(Deployment.class).stream()
                .map(deployment ->
                        Arguments.of(overlay, deployment.getMetadata().getName(), deployment)));
    }

    @Test
    void areTheFourProgramsInEachOverlay() {
        Rendered.all()
                .forEach(overlay -> assertEquals(
                        new TreeSet<>(Checkout.PROGRAMS),
                        new TreeSet<>(overlay.all(Deployment.class).stream()
                                .map(deployment -> deployment.getMetadata().getName())
                                .toList())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void meetTheRestrictedStandard(Rendered overlay, String name, Deployment deployment) {
        var pod = pod(deployment);
        assertTrue(pod.getSecurityContext().getRunAsNonRoot());
        assertEquals(
                "RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
        assertFalse(Boolean.TRUE.equals(pod.getHostNetwork()) || Boolean.TRUE.equals(pod.getHostPID()));
        assertTrue(pod.getInitContainers().isEmpty());
        pod.getVolumes()
                .forEach(volume ->
                        assertTrue(volume.getEmptyDir() != null || volume.getSecret() != null, volume.getName()));
        for (var container : pod.getContainers()) {
            var context = container.getSecurityContext();
            assertFalse(context.getAllowPrivilegeEscalation());
            assertEquals(List.of("ALL"), context.getCapabilities().getDrop());
            assertTrue(context.getCapabilities().getAdd().isEmpty());
            assertTrue(context.getReadOnlyRootFilesystem());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void runAsTheUserOfTheirImage(Rendered overlay, String name, Deployment deployment) {
        var context = pod(deployment).getSecurityContext();
        assertEquals(IMAGE.last("USER"), context.getRunAsUser() + ":" + context.getRunAsGroup());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void runTheirImageInOneVersion(Rendered overlay, String name, Deployment deployment) {
        assertTrue(program(deployment).getImage().matches("anchors/" + name + ":[0-9]+\\.[0-9]+\\.[0-9]+"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void listenWhereTheirImageDoes(Rendered overlay, String name, Deployment deployment) {
        var port = program(deployment).getPorts().getFirst();
        assertEquals(IMAGE.port(), port.getContainerPort().toString());
        var service = named(overlay.all(Service.class), name).getSpec();
        assertEquals(
                port.getName(), service.getPorts().getFirst().getTargetPort().getStrVal());
        assertEquals(IMAGE.port(), service.getPorts().getFirst().getPort().toString());
        assertTrue(
                labels(deployment).entrySet().containsAll(service.getSelector().entrySet()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void areAskedWhetherTheyStartedLiveAndAreReady(Rendered overlay, String name, Deployment deployment) {
        var program = program(deployment);
        assertEquals("/q/health/started", path(program.getStartupProbe()));
        assertEquals("/q/health/live", path(program.getLivenessProbe()));
        assertEquals("/q/health/ready", path(program.getReadinessProbe()));
        var startup = program.getStartupProbe();
        assertTrue(startup.getFailureThreshold() * startup.getPeriodSeconds() >= 120, "Migrations take their time");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void areGivenTheTimeThatTheyTakeToStop(Rendered overlay, String name, Deployment deployment) {
        var delay =
                Integer.parseInt(String.valueOf(environment(overlay, deployment).get("QUARKUS_SHUTDOWN_DELAY"))
                        .replaceAll("s$", ""));
        assertTrue(delay >= readinessSeconds(deployment) / 2, "Who asks for readiness is to hear of it");
        assertTrue(pod(deployment).getTerminationGracePeriodSeconds() > delay + Settings.shutdownSeconds(name));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void askForAndAreLimitedInProcessorAndMemory(Rendered overlay, String name, Deployment deployment) {
        for (var container : pod(deployment).getContainers()) {
            assertTrue(container.getResources().getRequests().keySet().containsAll(List.of("cpu", "memory")));
            assertTrue(container.getResources().getLimits().keySet().containsAll(List.of("cpu", "memory")));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void haveAnAccountWithoutAToken(Rendered overlay, String name, Deployment deployment) {
        assertEquals(name, pod(deployment).getServiceAccountName());
        assertFalse(pod(deployment).getAutomountServiceAccountToken());
        assertFalse(named(overlay.all(ServiceAccount.class), name).getAutomountServiceAccountToken());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void areSpreadScaledAndNotAllEvictedAtOnce(Rendered overlay, String name, Deployment deployment) {
        var labels = labels(deployment);
        var spread = pod(deployment).getTopologySpreadConstraints();
        assertEquals(2, spread.size());
        spread.forEach(
                constraint -> assertTrue(selects(constraint.getLabelSelector().getMatchLabels(), labels)));
        var budget = named(overlay.all(PodDisruptionBudget.class), name).getSpec();
        assertTrue(selects(budget.getSelector().getMatchLabels(), labels));
        assertEquals(1, budget.getMaxUnavailable().getIntVal());
        var scaler = named(overlay.all(HorizontalPodAutoscaler.class), name).getSpec();
        assertEquals(name, scaler.getScaleTargetRef().getName());
        assertTrue(scaler.getMinReplicas() >= (overlay.overlay().equals("production") ? 2 : 1));
        // There are six partitions: a seventh replica would hear nothing.
        assertTrue(scaler.getMaxReplicas() <= 6);
        assertEquals(
                0,
                deployment
                        .getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxUnavailable()
                        .getIntVal());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void areToldNothingThatTheyDoNotKnow(Rendered overlay, String name, Deployment deployment) {
        environment(overlay, deployment)
                .keySet()
                .forEach(variable -> assertTrue(
                        Settings.knows(name, variable)
                                || forAll(overlay, deployment).containsKey(variable),
                        variable));
        Checkout.SERVICES.forEach(service -> forAll(overlay, deployment)
                .keySet()
                .forEach(variable -> assertTrue(Settings.knows(service, variable), variable)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void areToldAllThatHasNoDefault(Rendered overlay, String name, Deployment deployment) {
        var told = environment(overlay, deployment);
        Stream.concat(Stream.of("QUARKUS_OIDC_AUTH_SERVER_URL"), needed(name))
                .forEach(variable -> assertTrue(told.containsKey(variable), variable));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workloads")
    void readSecretsByReference(Rendered overlay, String name, Deployment deployment) {
        program(deployment).getEnv().forEach(variable -> {
            assertTrue(variable.getValue() == null, variable.getName());
            assertTrue(variable.getValueFrom().getSecretKeyRef() != null, variable.getName());
        });
    }

    @Test
    void findTheServicesByTheirNames() {
        Rendered.all().forEach(overlay -> {
            var gateway = environment(overlay, named(overlay.all(Deployment.class), "gateway"));
            assertEquals("http://charter-service:" + IMAGE.port(), gateway.get("ANCHORS_CHARTER_URL"));
            assertEquals("http://social-value-service:" + IMAGE.port(), gateway.get("ANCHORS_SOCIAL_VALUE_URL"));
            assertEquals("http://employment-service:" + IMAGE.port(), gateway.get("ANCHORS_EMPLOYMENT_URL"));
        });
    }

    private static Stream<String> needed(String program) {
        return switch (program) {
            case "gateway" -> Stream.of("ANCHORS_CHARTER_URL", "ANCHORS_SOCIAL_VALUE_URL", "ANCHORS_EMPLOYMENT_URL");
            case "social-value-service" ->
                Stream.concat(ofEveryService(), Stream.of("ANCHORS_SEAL_KEY", "ANCHORS_OCDS_ADDRESS"));
            case "employment-service" -> Stream.concat(ofEveryService(), Stream.of("ANCHORS_EMPLOYMENT_MASTER_KEY"));
            default -> ofEveryService();
        };
    }

    private static Stream<String> ofEveryService() {
        return Stream.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "QUARKUS_DATASOURCE_USERNAME",
                "QUARKUS_DATASOURCE_PASSWORD",
                "KAFKA_BOOTSTRAP_SERVERS");
    }

    /** What the container is told, with its value where it stands in a map and an empty one where it is a secret. */
    private static Map<String, String> environment(Rendered overlay, Deployment deployment) {
        var environment = new TreeMap<String, String>();
        program(deployment)
                .getEnvFrom()
                .forEach(from -> environment.putAll(named(
                                overlay.all(ConfigMap.class),
                                from.getConfigMapRef().getName())
                        .getData()));
        program(deployment).getEnv().forEach(variable -> environment.put(variable.getName(), ""));
        return environment;
    }

    /** The map that every program is given. */
    private static Map<String, String> forAll(Rendered overlay, Deployment deployment) {
        var name = program(deployment).getEnvFrom().getFirst().getConfigMapRef().getName();
        return named(overlay.all(ConfigMap.class), name).getData();
    }

    private static <T extends io.fabric8.kubernetes.api.model.HasMetadata> T named(List<T> all, String name) {
        return all.stream()
                .filter(each -> each.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + name));
    }

    private static boolean selects(Map<String, String> selector, Map<String, String> labels) {
        return !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
    }

    private static Map<String, String> labels(Deployment deployment) {
        return deployment.getSpec().getTemplate().getMetadata().getLabels();
    }

    private static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static Container program(Deployment deployment) {
        return pod(deployment).getContainers().getFirst();
    }

    private static int readinessSeconds(Deployment deployment) {
        var probe = program(deployment).getReadinessProbe();
        return probe.getPeriodSeconds() * probe.getFailureThreshold();
    }

    private static String path(Probe probe) {
        assertEquals("http", probe.getHttpGet().getPort().getStrVal());
        return probe.getHttpGet().getPath();
    }
}
