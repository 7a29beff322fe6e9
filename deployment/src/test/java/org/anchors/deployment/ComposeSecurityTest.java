package org.anchors.deployment;

import static org.anchors.deployment.Composition.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compose file's containers may do, reach and know. */
class ComposeSecurityTest {

    private static final Composition COMPOSITION = Composition.read();

    @Test
    void letsNoContainerGainRights() {
        COMPOSITION
                .names()
                .forEach(name -> assertEquals(
                        List.of("no-new-privileges:true"),
                        texts(COMPOSITION.service(name).get("security_opt")),
                        name));
        ours().forEach(name ->
                assertEquals(List.of("ALL"), texts(COMPOSITION.service(name).get("cap_drop")), name));
    }

    @Test
    void writesInOurContainersNowhereButInTmp() {
        ours().forEach(name -> {
            assertTrue(COMPOSITION.service(name).get("read_only").asBoolean(), name);
            var places = texts(COMPOSITION.service(name).get("tmpfs"));
            assertEquals(1, places.size(), name);
            assertTrue(places.getFirst().startsWith("/tmp:"), name);
        });
    }

    @Test
    void holdsNoSecret() {
        COMPOSITION.names().forEach(service -> COMPOSITION
                .environment(service)
                .forEach((name, value) -> assertFalse(
                        name.matches(".*(PASSWORD|SECRET|KEY|TOKEN)$") || value.contains("password="),
                        service + " " + name)));
    }

    @Test
    void givesNoContainerTheSecretsOfAnother() {
        COMPOSITION
                .names()
                .filter(Predicate.not("setup"::equals))
                .forEach(name -> assertTrue(volumes(name).size() <= 1, name));
    }

    /** Into an empty volume an engine copies what an image has at that path, and its owner: setup could not write there any more. */
    @Test
    void leavesTheVolumesOfSecretsToWhoFillsThem() {
        COMPOSITION.names().forEach(name -> COMPOSITION
                .secrets(name)
                .forEach(volume ->
                        assertEquals(!name.equals("setup"), volume.endsWith(":ro,nocopy"), name + " " + volume)));
    }

    @Test
    void fillsEveryVolumeOfSecretsThatAContainerReads() {
        COMPOSITION.names().forEach(name -> assertTrue(volumes("setup").containsAll(volumes(name)), name));
    }

    /** Kafka asks nobody here who they are. */
    @Test
    void letsNobodyWithADoorReachKafka() {
        assertEquals(Set.of(), withADoor("kafka"));
    }

    @Test
    void letsNobodyWithADoorReachPostgresButKeycloak() {
        assertEquals(Set.of("keycloak"), withADoor("postgres"));
    }

    @Test
    void isReachedFromThisMachineAlone() {
        COMPOSITION.services().forEach(service -> texts(service.path("ports"))
                .forEach(port -> assertTrue(port.startsWith("127.0.0.1:"), port)));
    }

    @Test
    void believesNoProxyUnlessOneIsAdded() {
        for (var door : List.of("gateway", "keycloak")) {
            assertTrue(
                    COMPOSITION.environment(door).keySet().stream().noneMatch(name -> name.contains("PROXY_")), door);
        }
    }

    @Test
    void believesAProxyThatIsAddedAtItsAddressAlone() {
        var behind = Composition.read(
                Map.of("ANCHORS_PROXIES", "10.1.2.3"), "-f", "docker-compose.yml", "-f", "docker-compose.proxy.yml");
        assertEquals("10.1.2.3", behind.environment("gateway").get("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES"));
        assertEquals("10.1.2.3", behind.environment("keycloak").get("KC_PROXY_TRUSTED_ADDRESSES"));
        behind.environment("gateway").keySet().forEach(name -> assertTrue(Settings.knows("gateway", name), name));
    }

    private static Stream<String> ours() {
        return Stream.concat(Checkout.PROGRAMS.stream(), Composition.ONCE.stream());
    }

    private static Set<String> volumes(String service) {
        return COMPOSITION.secrets(service).stream()
                .map(volume -> volume.split(":")[0])
                .collect(Collectors.toSet());
    }

    /** Containers that are reached from outside, or reach it, and that share a network with that one. */
    private static Set<String> withADoor(String engine) {
        return COMPOSITION
                .names()
                .filter(name -> COMPOSITION.networks(name).contains("outside"))
                .filter(name -> !Collections.disjoint(COMPOSITION.networks(name), COMPOSITION.networks(engine)))
                .collect(Collectors.toSet());
    }
}
