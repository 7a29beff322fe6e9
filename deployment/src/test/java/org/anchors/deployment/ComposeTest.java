package org.anchors.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private static final List<String> ONCE = List.of("setup", "topics");

    @SuppressWarnings("NullAway.Init")
    private static JsonNode services;

    /** As docker-compose understands it, with everything put in its place. */
    @BeforeAll
    static void docker_composeAcceptsTheFile() throws Exception {
        var understood = Tool.COMPOSE.run("--profile", "observability", "config");
        services = new ObjectMapper(new YAMLFactory()).readTree(understood).get("services");
    }

    @Test
    void runsEveryProgramFromItsOwnImage() {
        for (var program : Checkout.PROGRAMS) {
            assertEquals(
                    "anchors/" + program + ":1.0.0",
                    service(program).get("image").asText());
            assertEquals(program, service(program).at("/build/args/PROGRAM").asText());
        }
    }

    @Test
    void namesTheVersionOfEveryImage() {
        services.forEach(service -> assertTrue(
                service.get("image").asText().matches("[a-z0-9./-]+:v?[0-9]+(\\.[0-9]+)+"),
                service.get("image").asText()));
    }

    @Test
    void limitsEveryContainer() {
        services.properties().forEach(each -> {
            assertTrue(each.getValue().has("mem_limit"), each.getKey());
            assertTrue(each.getValue().has("cpus"), each.getKey());
        });
    }

    @Test
    void letsNoContainerGainRights() {
        services.properties()
                .forEach(each -> assertEquals(
                        List.of("no-new-privileges:true"), texts(each.getValue().get("security_opt")), each.getKey()));
        ours().forEach(name -> assertEquals(List.of("ALL"), texts(service(name).get("cap_drop")), name));
    }

    @Test
    void writesInOurContainersNowhereButInTmp() {
        ours().forEach(name -> {
            assertTrue(service(name).get("read_only").asBoolean(), name);
            assertEquals(1, texts(service(name).get("tmpfs")).size(), name);
            assertTrue(texts(service(name).get("tmpfs")).getFirst().startsWith("/tmp:"), name);
        });
    }

    @Test
    void holdsNoSecret() {
        services.properties().forEach(each -> environment(each.getKey())
                .forEach((name, value) -> assertFalse(
                        name.matches(".*(PASSWORD|SECRET|KEY|TOKEN)$") || value.contains("password="),
                        each.getKey() + " " + name)));
    }

    @Test
    void givesNoContainerTheSecretsOfAnother() {
        services.properties().stream()
                .filter(each -> !each.getKey().equals("setup"))
                .forEach(each -> assertTrue(
                        texts(each.getValue().path("volumes")).stream()
                                        .filter(volume -> volume.startsWith("secrets"))
                                        .map(volume -> volume.split(":")[0])
                                        .distinct()
                                        .count()
                                <= 1,
                        each.getKey()));
    }

    @Test
    void mountsOnlyWhatThereIs() {
        services.forEach(service -> texts(service.path("volumes")).stream()
                .map(volume -> volume.split(":")[0])
                .filter(volume -> volume.startsWith("/"))
                .forEach(file -> assertTrue(Files.exists(Path.of(file)), file)));
    }

    @Test
    void isReachedFromThisMachineAlone() {
        services.forEach(service ->
                texts(service.path("ports")).forEach(port -> assertTrue(port.startsWith("127.0.0.1:"), port)));
    }

    @Test
    void startsAServiceWhenWhatItNeedsIsReady() {
        for (var service : Checkout.SERVICES) {
            assertEquals("service_healthy", condition(service, "postgres"));
            assertEquals("service_completed_successfully", condition(service, "topics"));
            assertEquals("service_healthy", condition("gateway", service));
        }
        assertEquals("service_healthy", condition("topics", "kafka"));
        assertEquals("service_completed_successfully", condition("postgres", "setup"));
        for (var engine : List.of("postgres", "kafka", "keycloak")) {
            assertTrue(service(engine).has("healthcheck"), engine);
        }
    }

    @Test
    void startsAgainWhatEndsByItself() {
        services.properties().stream()
                .filter(each -> !ONCE.contains(each.getKey()))
                .forEach(each -> assertEquals(
                        "unless-stopped", each.getValue().get("restart").asText(), each.getKey()));
    }

    @Test
    void leavesAProgramTheTimeThatItTakesToStop() {
        for (var program : Checkout.PROGRAMS) {
            assertTrue(
                    seconds(service(program).get("stop_grace_period").asText()) > Settings.shutdownSeconds(program),
                    program);
        }
    }

    @Test
    void tellsTheGatewayWhereTheServicesListen() {
        var port = Dockerfile.read().port();
        Checkout.SERVICES.forEach(service -> assertEquals(
                "http://" + service + ":" + port, environment("gateway").get(Settings.addressOf(service))));
        assertTrue(texts(service("gateway").get("ports")).getFirst().contains(":" + port), port);
    }

    @Test
    void saysNothingToAProgramThatItDoesNotKnow() {
        for (var program : Checkout.PROGRAMS) {
            environment(program)
                    .keySet()
                    .forEach(name -> assertTrue(Settings.knows(program, name), program + " " + name));
        }
    }

    private static Stream<String> ours() {
        return Stream.concat(Checkout.PROGRAMS.stream(), ONCE.stream());
    }

    private static JsonNode service(String name) {
        return services.required(name);
    }

    private static String condition(String service, String on) {
        return service(service).get("depends_on").path(on).path("condition").asText();
    }

    private static Map<String, String> environment(String service) {
        var environment = new TreeMap<String, String>();
        service(service)
                .path("environment")
                .properties()
                .forEach(each -> environment.put(each.getKey(), each.getValue().asText()));
        return environment;
    }

    private static int seconds(String duration) {
        return Integer.parseInt(duration.replaceAll("s$", ""));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        StreamSupport.stream(list.spliterator(), false).forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
