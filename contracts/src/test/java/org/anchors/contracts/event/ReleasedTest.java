package org.anchors.contracts.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was released stays. {@code released.txt} lists the golden files that were, with their SHA-256, as {@code sha256sum}
 * prints them from within the folder of golden files; {@code released} holds each schema as it was released.
 */
class ReleasedTest {

    private static final Path LIST = Path.of("src/test/resources/released.txt");

    /** A golden file that was released. */
    record Golden(String sha256, Path file) {}

    static List<Golden> goldenFiles() throws IOException {
        return Files.readAllLines(LIST).stream()
                .map(line -> line.split(" +", 2))
                .map(line -> new Golden(line[0], Contracts.GOLDEN.resolve(line[1])))
                .toList();
    }

    static List<String> types() throws IOException {
        return goldenFiles().stream()
                .map(golden -> Contracts.typeOf(golden.file()))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void aGoldenFileIsThereUnchanged(Golden golden) throws IOException, NoSuchAlgorithmException {
        var sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(golden.file()));
        assertEquals(golden.sha256(), HexFormat.of().formatHex(sha));
    }

    @ParameterizedTest
    @MethodSource("types")
    void anEventIsStillThereAndItsSchemaHasOnlyGrown(String type) {
        assertTrue(EventTypes.named(type).isPresent(), "A new version gets a new name and the old one stays");
        var released = Contracts.read(Contracts.RELEASED.resolve(type + ".json"));
        var broken = new ArrayList<String>();
        compare("", released, Contracts.schemaText(type), broken);
        assertEquals(List.of(), broken);
    }

    @Test
    void everyEventIsListedWithAllItsGoldenFiles() throws IOException {
        var listed = goldenFiles().stream().map(Golden::file).collect(Collectors.toSet());
        assertTrue(listed.containsAll(Contracts.goldenFiles()), "Add new golden files and schemas to what is released");
    }

    @Test
    void aChangeThatBreaksReadersIsFound() throws IOException {
        var released = Contracts.JSON.readTree("""
                {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "b": {"enum": ["X"]}}}""");
        var changed = Contracts.JSON.readTree("""
                {"type": "object", "required": [], "properties": {"a": {"type": "number"}, "c": {"type": "string"}}}""");
        var broken = new ArrayList<String>();
        compare("", released, changed, broken);
        assertEquals(
                List.of("/required no longer holds a", "/properties/a/type was changed", "/properties/b is gone"),
                broken);
    }

    /**
     * What a reader relies on: a required field stays required, a field keeps its type, a list of values does not grow. That
     * events written before are still accepted is shown by the golden files.
     */
    private static void compare(String at, JsonNode released, JsonNode now, List<String> broken) {
        for (var part : released.properties()) {
            var path = at + "/" + part.getKey();
            var current = now.get(part.getKey());
            if (current == null) {
                broken.add(path + " is gone");
            } else if (part.getKey().equals("required") && current.isArray()) {
                var kept = StreamSupport.stream(current.spliterator(), false).toList();
                part.getValue().forEach(field -> {
                    if (!kept.contains(field)) {
                        broken.add("%s no longer holds %s".formatted(path, field.asText()));
                    }
                });
            } else if (part.getValue().isObject() && current.isObject()) {
                compare(path, part.getValue(), current, broken);
            } else if (!part.getValue().equals(current) && !part.getKey().equals("description")) {
                broken.add(path + " was changed");
            }
        }
    }
}
