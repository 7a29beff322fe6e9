package org.anchors.deployment.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.stream.Stream;
import org.anchors.deployment.Checkout;
import org.anchors.deployment.Dockerfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How our programs run in a cluster. */
class WorkloadsTest {

    private static final int PARTITIONS = 6;

    static Stream<Workload> workloads() {
        return Workload.all();
    }

    @Test
    void areTheFourProgramsInEachOverlay() {
        for (var overlay : List.of("dev", "production")) {
            assertEquals(
                    Checkout.PROGRAMS.stream().sorted().toList(),
                    workloads()
                            .filter(workload -> workload.overlay().overlay().equals(overlay))
                            .map(Workload::name)
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void havePodsThatMeetTheRestrictedStandard(Workload workload) {
        var pod = workload.pod();
        assertTrue(pod.getSecurityContext().getRunAsNonRoot());
        assertEquals(
                "RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
        assertFalse(Boolean.TRUE.equals(pod.getHostNetwork()));
        assertFalse(Boolean.TRUE.equals(pod.getHostPID()) || Boolean.TRUE.equals(pod.getHostIPC()));
        pod.getVolumes()
                .forEach(volume ->
                        assertTrue(volume.getEmptyDir() != null || volume.getSecret() != null, volume.getName()));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void haveContainersThatMeetItAndWriteNowhereButInTmp(Workload workload) {
        assertTrue(workload.pod().getInitContainers().isEmpty());
        for (var container : workload.pod().getContainers()) {
            var context = container.getSecurityContext();
            assertFalse(context.getAllowPrivilegeEscalation());
            assertEquals(List.of("ALL"), context.getCapabilities().getDrop());
            assertTrue(context.getCapabilities().getAdd().isEmpty());
            assertTrue(context.getReadOnlyRootFilesystem());
            assertEquals(List.of("/tmp"), writable(container));
        }
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void runAsTheUserOfTheirImage(Workload workload) {
        var context = workload.pod().getSecurityContext();
        assertEquals(Dockerfile.read().last("USER"), context.getRunAsUser() + ":" + context.getRunAsGroup());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void runTheirImageInOneVersion(Workload workload) {
        var image = workload.program().getImage();
        assertTrue(image.matches("anchors/" + workload.name() + ":[0-9]+\\.[0-9]+\\.[0-9]+"), image);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void areAskedWhetherTheyStartedLiveAndAreReady(Workload workload) {
        var startup = workload.program().getStartupProbe();
        assertEquals("/q/health/started", path(startup));
        assertEquals("/q/health/live", path(workload.program().getLivenessProbe()));
        assertEquals("/q/health/ready", path(workload.program().getReadinessProbe()));
        var patience = startup.getFailureThreshold() * startup.getPeriodSeconds();
        assertTrue(
                patience >= 1800, "A program listens after its migrations, and one that is killed begins them again");
        assertTrue(workload.deployment().getSpec().getProgressDeadlineSeconds() > patience);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void askForAndAreLimitedInProcessorAndMemory(Workload workload) {
        for (var container : workload.pod().getContainers()) {
            var both = List.of("cpu", "memory");
            assertTrue(container.getResources().getRequests().keySet().containsAll(both));
            assertTrue(container.getResources().getLimits().keySet().containsAll(both));
        }
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void haveAnAccountWithoutAToken(Workload workload) {
        assertEquals(workload.name(), workload.pod().getServiceAccountName());
        assertFalse(workload.pod().getAutomountServiceAccountToken());
        assertFalse(workload.its(ServiceAccount.class).getAutomountServiceAccountToken());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void areSpreadOverMachinesAndZones(Workload workload) {
        var spread = workload.pod().getTopologySpreadConstraints();
        assertEquals(
                List.of("kubernetes.io/hostname", "topology.kubernetes.io/zone"),
                spread.stream().map(constraint -> constraint.getTopologyKey()).toList());
        assertEquals("Honor", spread.getFirst().getNodeTaintsPolicy(), "What takes no pods is not free");
        spread.forEach(constraint ->
                assertTrue(workload.isFoundBy(constraint.getLabelSelector().getMatchLabels())));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void areNotAllTakenAwayAtOnce(Workload workload) {
        var budget = workload.its(PodDisruptionBudget.class).getSpec();
        assertTrue(workload.isFoundBy(budget.getSelector().getMatchLabels()));
        assertEquals(1, budget.getMaxUnavailable().getIntVal());
        var update = workload.deployment().getSpec().getStrategy().getRollingUpdate();
        assertEquals(0, update.getMaxUnavailable().getIntVal());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void areScaledWithinWhatKafkaSharesOut(Workload workload) {
        var scaler = workload.its(HorizontalPodAutoscaler.class).getSpec();
        assertEquals(workload.name(), scaler.getScaleTargetRef().getName());
        assertEquals(workload.overlay().overlay().equals("production") ? 2 : 1, scaler.getMinReplicas());
        assertTrue(scaler.getMaxReplicas() <= PARTITIONS, "A seventh replica would hear nothing");
    }

    private static List<String> writable(Container container) {
        return container.getVolumeMounts().stream()
                .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .map(mount -> mount.getMountPath())
                .toList();
    }

    private static String path(Probe probe) {
        assertEquals("http", probe.getHttpGet().getPort().getStrVal());
        return probe.getHttpGet().getPath();
    }
}
