package org.anchors.deployment.kubernetes;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.stream.Stream;
import org.anchors.deployment.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestsTest {

    static Stream<Rendered> overlays() {
        return Rendered.all();
    }

    static Stream<Rendered> overlaysWithThatForARestore() {
        return Stream.concat(overlays(), Stream.of(Rendered.of("restore")));
    }

    @ParameterizedTest
    @MethodSource("overlaysWithThatForARestore")
    void haveTheTypesAndNoOtherFieldsThanTheirKinds(Rendered overlay) {
        assertTrue(overlay.documents().size() > 40);
        for (var document : overlay.documents()) {
            var kind = Rendered.kind(document);
            if (!Models.WITHOUT_MODEL.contains(kind)) {
                var model = Models.BY_KIND.get(kind);
                assertTrue(model != null, "No model for " + kind);
                assertDoesNotThrow(() -> StrictYaml.as(model, document), kind + " " + document.at("/metadata/name"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/spec, replicaCount, 2",
        "/spec, replicas, '\"two\"'",
        "/spec/template/spec/containers/0, livenessprobe, '{}'",
        "/spec/template/spec/containers/0/ports/0, containerPort, '\"http\"'",
        "/spec/template/spec/containers/0/ports/0, name, 8080",
        "/spec/template/spec/containers/0/securityContext, readOnlyRootFilesystem, '\"true\"'"
    })
    void areRefusedWithAnotherFieldOrType(String place, String field, String value) throws JsonProcessingException {
        var broken = deployment().deepCopy();
        assertDoesNotThrow(() -> StrictYaml.as(Deployment.class, broken));
        ((ObjectNode) broken.at(place)).set(field, StrictYaml.documents(value).getFirst());
        assertThrows(JsonProcessingException.class, () -> StrictYaml.as(Deployment.class, broken));
    }

    @Test
    void ofStrimziAreRefusedInTheSameWay() {
        var topic = Rendered.of("production").all("KafkaTopic").getFirst();
        ((ObjectNode) topic.get("spec")).put("partitons", 6);
        assertThrows(JsonProcessingException.class, () -> StrictYaml.as(KafkaTopic.class, topic.deepCopy()));
        ((ObjectNode) topic.get("spec")).remove("partitons");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void areOfOneNamespaceThatHoldsPodsToTheRestrictedStandard(Rendered overlay) {
        var namespace = overlay.all(Namespace.class).getFirst().getMetadata();
        assertEquals("restricted", namespace.getLabels().get("pod-security.kubernetes.io/enforce"));
        overlay.documents().stream()
                .filter(document -> !document.get("kind").asText().equals("Namespace"))
                .forEach(document -> assertEquals(
                        namespace.getName(), document.at("/metadata/namespace").asText()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void holdNoSecret(Rendered overlay) {
        assertEquals(0, overlay.all("Secret").size());
        overlay.all(ConfigMap.class).forEach(map -> map.getData()
                .forEach((name, value) -> assertTrue(
                        !name.matches(".*(PASSWORD|SECRET|KEY|TOKEN|JAAS_CONFIG)$") && !value.contains("password="),
                        name)));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void importTheRealmAsItIs(Rendered overlay) {
        var realm = overlay.all("KeycloakRealmImport").getFirst();
        assertEquals(Checkout.tree("keycloak/anchors-realm.json"), realm.at("/spec/realm"));
    }

    private static JsonNode deployment() {
        return Rendered.of("production").all("Deployment").getFirst();
    }
}
