package org.anchors.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;

/** What the extensions in a program's build say of their own settings. */
final class QuarkusSettings {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private QuarkusSettings() {}

    /** The phase in which a setting is heard, by its environment variable. */
    static Map<String, String> of(String program) {
        return READ.computeIfAbsent(program, QuarkusSettings::read);
    }

    private static Map<String, String> read(String program) {
        var phases = new TreeMap<String, String>();
        var libraries = Checkout.path(program + "/target/quarkus-app/lib/main");
        try (var jars = Files.newDirectoryStream(libraries, "io.quarkus.*.jar")) {
            for (var jar : jars) {
                collect(model(jar), phases);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(program + " has not been built", e);
        }
        return phases;
    }

    private static JsonNode model(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var entry = file.getEntry(MODEL);
            return new ObjectMapper()
                    .readTree(
                            entry == null
                                    ? "{}".getBytes(StandardCharsets.UTF_8)
                                    : file.getInputStream(entry).readAllBytes());
        }
    }

    private static void collect(JsonNode node, Map<String, String> phases) {
        if (node.has("phase") && node.has("path")) {
            node.findValuesAsText("environmentVariable")
                    .forEach(variable -> phases.put(variable, node.get("phase").asText()));
        }
        node.forEach(child -> collect(child, phases));
    }
}
