package org.anchors.deployment.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anchors.deployment.Checkout;
import org.anchors.deployment.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators are asked to run. */
class EnginesTest {

    /** For superusers, and for whatever looks after the cluster. */
    private static final int KEPT_BACK = 20;

    static Stream<Rendered> overlays() {
        return Rendered.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void ofStrimziMeetTheRestrictedStandardAndAreLimited(Rendered overlay) {
        var pool = overlay.all(KafkaNodePool.class).getFirst().getSpec();
        assertRestricted(pool.getTemplate().getKafkaContainer().getSecurityContext());
        assertLimited(pool.getResources());
        var operator = overlay.all(Kafka.class).getFirst().getSpec().getEntityOperator();
        assertRestricted(operator.getTemplate().getTopicOperatorContainer().getSecurityContext());
        assertRestricted(operator.getTemplate().getUserOperatorContainer().getSecurityContext());
        assertLimited(operator.getTopicOperator().getResources());
        assertLimited(operator.getUserOperator().getResources());
    }

    /** A context that is given replaces Strimzi's own, and a new volume belongs to root. */
    @ParameterizedTest
    @MethodSource("overlays")
    void mayWriteToTheirNewVolumes(Rendered overlay) {
        var pod = overlay.all(KafkaNodePool.class)
                .getFirst()
                .getSpec()
                .getTemplate()
                .getPod();
        assertEquals(0, pod.getSecurityContext().getFsGroup());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void haveAConnectionForEveryReplicaInTheMiddleOfARollout(Rendered overlay) {
        // And the one over which a replica asks whether it is ready.
        var each = Integer.parseInt(Settings.kit().getProperty("quarkus.datasource.jdbc.max-size")) + 1;
        var services = Workload.all()
                .filter(workload -> workload.overlay().equals(overlay) && Checkout.SERVICES.contains(workload.name()))
                .mapToInt(workload -> workload.mostReplicas() * each)
                .sum();
        var keycloak = overlay.all("Keycloak").getFirst().get("spec");
        // One more for the job that imports the realm.
        var logins = (keycloak.get("instances").asInt() + 1)
                * keycloak.at("/db/poolMaxSize").asInt();
        var most = cluster(overlay).at("/postgresql/parameters/max_connections").asInt();
        assertTrue(services + logins + KEPT_BACK <= most, services + " " + logins + " " + most);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void ofKeycloakMeetTheRestrictedStandardAndAreLimited(Rendered overlay) {
        var keycloak = overlay.all("Keycloak").getFirst().get("spec");
        var pod = keycloak.at("/unsupported/podTemplate/spec");
        assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean());
        assertEquals(
                "RuntimeDefault", pod.at("/securityContext/seccompProfile/type").asText());
        assertFalse(
                pod.at("/containers/0/securityContext/allowPrivilegeEscalation").asBoolean(true));
        assertEquals(
                "ALL",
                pod.at("/containers/0/securityContext/capabilities/drop/0").asText());
        assertTrue(keycloak.at("/resources/limits").has("memory"));
    }

    @Test
    void standOnMoreThanOneMachineInProduction() {
        var production = Rendered.of("production");
        assertEquals(3, cluster(production).get("instances").asInt());
        assertTrue(cluster(production).at("/postgresql/synchronous/number").asInt() > 0);
        assertEquals(3, production.all(KafkaNodePool.class).getFirst().getSpec().getReplicas());
        assertTrue(production.all("Keycloak").getFirst().at("/spec/instances").asInt() > 1);
    }

    @Test
    void areBackedUpInProductionForNoLongerThanDestroyedKeysMayLast() {
        var production = Rendered.of("production");
        var store = production.all("ObjectStore").getFirst();
        assertEquals("30d", store.at("/spec/retentionPolicy").asText());
        var plugin = cluster(production).at("/plugins/0");
        assertTrue(plugin.get("isWALArchiver").asBoolean());
        assertEquals(store.at("/metadata/name"), plugin.at("/parameters/barmanObjectName"));
        var schedule = production.all("ScheduledBackup").getFirst().get("spec");
        assertEquals("postgres", schedule.at("/cluster/name").asText());
        assertEquals(plugin.get("name"), schedule.at("/pluginConfiguration/name"));
    }

    @Test
    void areRecoveredIntoANewClusterThatArchivesBesideTheOneBeforeWhileNothingRuns() {
        var restored = Rendered.of("restore");
        var bootstrap = cluster(restored).get("bootstrap");
        assertFalse(bootstrap.has("initdb"));
        var before = cluster(restored).at("/externalClusters/0");
        assertEquals(before.get("name"), bootstrap.at("/recovery/source"));
        assertEquals(
                before.at("/plugin/parameters/barmanObjectName"),
                cluster(restored).at("/plugins/0/parameters/barmanObjectName"));
        assertNotEquals(
                before.at("/plugin/parameters/serverName"), cluster(restored).at("/plugins/0/parameters/serverName"));
        restored.all(Deployment.class)
                .forEach(program -> assertEquals(0, program.getSpec().getReplicas()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void haveADatabaseAndAnOwnerForEachService(Rendered overlay) {
        var databases = new TreeSet<>(
                List.of(cluster(overlay).at("/bootstrap/initdb/database").asText()));
        overlay.all("Database")
                .forEach(database -> databases.add(database.at("/spec/name").asText()));
        var owners = new TreeSet<>(
                List.of(cluster(overlay).at("/bootstrap/initdb/owner").asText()));
        cluster(overlay)
                .at("/managed/roles")
                .forEach(role -> owners.add(role.get("name").asText()));
        assertEquals(databases, owners);
        var expected = new TreeSet<>(List.of("keycloak"));
        Checkout.SERVICES.forEach(
                service -> expected.add(service.replace("-service", "").replace('-', '_')));
        assertEquals(expected, databases);
    }

    private static JsonNode cluster(Rendered overlay) {
        return overlay.all("Cluster").getFirst().get("spec");
    }

    private static void assertRestricted(SecurityContext context) {
        assertTrue(context.getRunAsNonRoot());
        assertFalse(context.getAllowPrivilegeEscalation());
        assertTrue(context.getReadOnlyRootFilesystem());
        assertEquals(List.of("ALL"), context.getCapabilities().getDrop());
        assertEquals("RuntimeDefault", context.getSeccompProfile().getType());
    }

    private static void assertLimited(ResourceRequirements resources) {
        assertTrue(resources.getRequests().keySet().containsAll(List.of("cpu", "memory")));
        assertTrue(resources.getLimits().keySet().containsAll(List.of("cpu", "memory")));
    }
}
