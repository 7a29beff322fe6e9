package org.anchors.deployment;

import static org.anchors.deployment.Composition.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the compose file runs, from what, and when. */
class ComposeTest {

    private static final Composition COMPOSITION = Composition.read();

    @Test
    void runsEveryProgramFromItsOwnImage() {
        for (var program : Checkout.PROGRAMS) {
            assertEquals(
                    "anchors/" + program + ":1.0.0",
                    COMPOSITION.service(program).get("image").asText());
            assertEquals(
                    program,
                    COMPOSITION.service(program).at("/build/args/PROGRAM").asText());
        }
    }

    @Test
    void buildsImagesThatSayWhichReleaseTheyAre() {
        var settings = Map.of("ANCHORS_VERSION", "2.1.0", "ANCHORS_REVISION", "5077319");
        var released = Composition.read(settings);
        for (var program : Checkout.PROGRAMS) {
            var service = released.service(program);
            assertEquals("anchors/" + program + ":2.1.0", service.get("image").asText());
            assertEquals("2.1.0", service.at("/build/args/VERSION").asText());
            assertEquals("5077319", service.at("/build/args/REVISION").asText());
        }
    }

    @Test
    void namesTheVersionOfEveryImage() {
        COMPOSITION
                .services()
                .forEach(service -> assertTrue(
                        service.get("image").asText().matches("[a-z0-9./-]+:v?[0-9]+(\\.[0-9]+)+"),
                        service.get("image").asText()));
    }

    @Test
    void limitsEveryContainer() {
        COMPOSITION.services().properties().forEach(each -> {
            assertTrue(each.getValue().has("mem_limit"), each.getKey());
            assertTrue(each.getValue().has("cpus"), each.getKey());
        });
    }

    @Test
    void mountsOnlyWhatThereIs() {
        COMPOSITION.services().forEach(service -> texts(service.path("volumes")).stream()
                .map(volume -> volume.split(":")[0])
                .filter(volume -> volume.startsWith("/"))
                .forEach(file -> assertTrue(Files.exists(Path.of(file)), file)));
    }

    @Test
    void startsAServiceWhenWhatItNeedsIsReady() {
        for (var service : Checkout.SERVICES) {
            assertEquals("service_completed_successfully", COMPOSITION.condition(service, "databases"));
            assertEquals("service_completed_successfully", COMPOSITION.condition(service, "topics"));
            assertEquals("service_healthy", COMPOSITION.condition(service, "keycloak"));
            assertEquals("service_healthy", COMPOSITION.condition("gateway", service));
        }
        assertEquals("service_healthy", COMPOSITION.condition("gateway", "keycloak"));
        assertEquals("service_completed_successfully", COMPOSITION.condition("keycloak", "databases"));
        assertEquals("service_healthy", COMPOSITION.condition("databases", "postgres"));
        assertEquals("service_healthy", COMPOSITION.condition("topics", "kafka"));
        for (var program : List.of("postgres", "prometheus", "grafana")) {
            assertEquals("service_completed_successfully", COMPOSITION.condition(program, "setup"));
        }
        assertEquals("service_healthy", COMPOSITION.condition("grafana", "prometheus"));
        for (var engine : List.of("postgres", "kafka", "keycloak")) {
            assertTrue(COMPOSITION.service(engine).has("healthcheck"), engine);
        }
    }

    @Test
    void startsAgainWhatEndsByItself() {
        COMPOSITION.services().properties().stream()
                .filter(each -> !Composition.ONCE.contains(each.getKey()))
                .forEach(each -> assertEquals(
                        "unless-stopped", each.getValue().get("restart").asText(), each.getKey()));
    }

    @Test
    void leavesAProgramTheTimeThatItTakesToStop() {
        for (var program : Checkout.PROGRAMS) {
            assertTrue(
                    seconds(COMPOSITION
                                    .service(program)
                                    .get("stop_grace_period")
                                    .asText())
                            > Settings.shutdownSeconds(program),
                    program);
        }
    }

    @Test
    void tellsTheGatewayWhereTheServicesListen() {
        var port = Dockerfile.read().port();
        Checkout.SERVICES.forEach(service -> assertEquals(
                "http://" + service + ":" + port,
                COMPOSITION.environment("gateway").get(Settings.addressOf(service))));
        assertTrue(texts(COMPOSITION.service("gateway").get("ports")).getFirst().contains(":" + port), port);
    }

    @Test
    void saysNothingToAProgramThatItDoesNotKnow() {
        for (var program : Checkout.PROGRAMS) {
            COMPOSITION
                    .environment(program)
                    .keySet()
                    .forEach(name -> assertTrue(Settings.knows(program, name), program + " " + name));
        }
    }

    private static int seconds(String duration) {
        return Integer.parseInt(duration.replaceAll("s$", ""));
    }
}
