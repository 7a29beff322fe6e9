package org.anchors.deployment.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchors.deployment.Checkout;
import org.anchors.deployment.Dockerfile;
import org.anchors.deployment.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our programs are told in a cluster, and where they are found. */
class WiringTest {

    private static final Dockerfile IMAGE = Dockerfile.read();
    private static final List<String> OF_EVERY_SERVICE = List.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "KAFKA_BOOTSTRAP_SERVERS",
            "KAFKA_SASL_JAAS_CONFIG");

    static Stream<Workload> workloads() {
        return Workload.all();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyProgramListensWhereItsImageDoes(Workload workload) {
        var port = workload.program().getPorts().getFirst();
        assertEquals(IMAGE.port(), port.getContainerPort().toString());
        var service = workload.its(Service.class).getSpec();
        assertEquals(
                port.getName(), service.getPorts().getFirst().getTargetPort().getStrVal());
        assertEquals(IMAGE.port(), service.getPorts().getFirst().getPort().toString());
        assertTrue(workload.isFoundBy(service.getSelector()));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyProgramIsToldOnlyWhatItKnows(Workload workload) {
        workload.environment()
                .keySet()
                .forEach(variable -> assertTrue(Settings.knows(workload.name(), variable), variable));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyProgramIsToldAllThatHasNoDefault(Workload workload) {
        var told = workload.environment();
        assertTrue(told.containsKey("QUARKUS_OIDC_AUTH_SERVER_URL"));
        if (Checkout.SERVICES.contains(workload.name())) {
            OF_EVERY_SERVICE.forEach(variable -> assertTrue(told.containsKey(variable), variable));
        }
        switch (workload.name()) {
            case "social-value-service" ->
                assertTrue(told.keySet().containsAll(List.of("ANCHORS_SEAL_KEY", "ANCHORS_OCDS_ADDRESS")));
            case "employment-service" -> assertTrue(told.containsKey("ANCHORS_EMPLOYMENT_MASTER_KEY"));
            case "gateway" ->
                Checkout.SERVICES.forEach(service ->
                        assertEquals("http://" + service + ":" + IMAGE.port(), told.get(Settings.addressOf(service))));
            default -> assertEquals("charter-service", workload.name());
        }
    }

    /** observability/prometheus/kubernetes.yml: by these labels pods are found, and jobs named as alerts know them. */
    @ParameterizedTest
    @MethodSource("workloads")
    void everyProgramIsWatchedUnderItsName(Workload workload) {
        var component = Checkout.SERVICES.contains(workload.name()) ? "service" : "gateway";
        assertTrue(workload.isFoundBy(
                Map.of("app.kubernetes.io/name", workload.name(), "app.kubernetes.io/component", component)));
        assertTrue(Checkout.text("observability/prometheus/alerts.yml")
                .contains("absent(up{job=\"" + workload.name() + "\"})"));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everySecretIsReadByReference(Workload workload) {
        workload.program().getEnv().forEach(variable -> {
            assertNull(variable.getValue(), variable.getName());
            assertNotNull(variable.getValueFrom().getSecretKeyRef(), variable.getName());
        });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyProgramIsGivenTheTimeThatItTakesToStop(Workload workload) {
        var probe = workload.program().getReadinessProbe();
        var delay = seconds(Objects.requireNonNull(workload.environmentOfAll().get("QUARKUS_SHUTDOWN_DELAY")));
        assertTrue(delay >= probe.getPeriodSeconds(), "Whoever asks for readiness is to hear of it");
        assertTrue(
                workload.pod().getTerminationGracePeriodSeconds() > delay + Settings.shutdownSeconds(workload.name()));
    }

    private static int seconds(String duration) {
        return Integer.parseInt(duration.replaceAll("s$", ""));
    }
}
