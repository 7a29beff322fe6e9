package org.anchors.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageTest {

    private final Dockerfile file = Dockerfile.read();

    @Test
    void standsOnImagesOfOneVersionEach() {
        for (var base : file.bases()) {
            assertTrue(base.matches("(java|trained|build)|[a-z/-]+:[0-9]+\\.[0-9.]+[0-9_a-z.-]*"), base);
        }
    }

    @Test
    void recordsTheCacheWithTheJvmThatUsesIt() {
        assertEquals("java", file.bases().get(2));
        assertEquals("java", file.bases().getLast());
    }

    @Test
    void runsAsANumberThatIsNotRoot() {
        assertTrue(file.last("USER").matches("[1-9][0-9]{3,}:[1-9][0-9]{3,}"), file.last("USER"));
    }

    @Test
    void needsNoShellToRunOrToBeLookedAfter() {
        assertTrue(file.last("ENTRYPOINT").startsWith("[\""));
        assertTrue(file.last("HEALTHCHECK").contains("CMD [\""));
        assertTrue(file.stages().getLast().stream()
                .filter(line -> line.startsWith("RUN "))
                .allMatch(line -> line.startsWith("RUN [\"")));
    }

    @Test
    void asksForTheHealthOnThePortItListensOn() {
        var port = file.port();
        assertEquals(port, file.last("EXPOSE"));
        assertTrue(file.last("HEALTHCHECK").contains("http://127.0.0.1:" + port + "/q/health/ready"));
        assertTrue(file.last("HEALTHCHECK").contains("\"" + Ready.class.getName() + "\""));
    }

    @Test
    void saysWhatItIs() {
        for (var label : List.of("title", "description", "vendor", "version", "revision", "base.name")) {
            assertTrue(file.last("LABEL").contains("org.opencontainers.image." + label + "="), label);
        }
        assertTrue(file.last("LABEL").contains("base.name=\"" + file.bases().get(1) + "\""));
    }

    @Test
    void carriesItsBillOfMaterials() {
        assertTrue(file.stages().getLast().stream()
                .anyMatch(line -> line.startsWith("COPY --from=build ") && line.contains("/target/sbom.json")));
    }

    @Test
    void buildsEveryProgramThatItCanBecome() {
        var build = String.join("\n", file.stages().getFirst());
        Checkout.PROGRAMS.forEach(program -> assertTrue(build.contains(program), program));
    }

    @Test
    void isNotBuiltWithACacheThatItsJvmCannotTake() {
        var options = file.last("ENTRYPOINT").replaceAll("\\[\"java\", (\"@.*?\"),.*", "$1");
        assertTrue(file.last("RUN").startsWith("[\"java\", " + options + ", \"-XX:AOTMode=on\", "), file.last("RUN"));
    }

    /** A checkout's own modes may shut everybody out but its owner. */
    @Test
    void letsItsUserReadWhatItTakesFromTheCheckout() {
        file.stages().stream()
                .skip(1)
                .flatMap(List::stream)
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .forEach(line -> assertTrue(line.matches("COPY --chmod=0[67][45][45] .*"), line));
    }

    /** A cache that was recorded with other modules is not used, and nobody is told. */
    @Test
    void opensTheSameModulesAsWhenTheCacheWasRecorded() {
        var options =
                Checkout.text("deployment/src/main/image/java.options").lines().toList();
        var recording = Checkout.text("local-runtime/src/main/java/org/anchors/local/engine/Application.java");
        for (var option : options.stream().filter(line -> line.startsWith("--")).toList()) {
            assertTrue(recording.contains("\"" + option + "\""), option);
        }
        assertTrue(options.contains("-XX:+UseSerialGC"));
        assertTrue(options.contains("-XX:AOTCache=/app/program.aot"));
    }
}
