package org.anchors.contracts.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {

    static List<String> types() {
        return Contracts.types();
    }

    static List<Path> goldenFiles() {
        return Contracts.goldenFiles();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventHasOne(String type) {
        assertFalse(Contracts.goldenFiles(type).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void isValidAgainstItsSchema(Path file) {
        var faults = Contracts.schema(Contracts.typeOf(file)).validate(Contracts.read(file));
        assertEquals(Set.of(), faults);
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void isReadIntoItsRecordAndWrittenBackUnchanged(Path file) throws IOException {
        var golden = Contracts.read(file);
        Event event = Contracts.JSON.treeToValue(
                golden, EventTypes.named(Contracts.typeOf(file)).orElseThrow());
        assertEquals(golden, Contracts.JSON.readTree(Contracts.JSON.writeValueAsString(event)));
        assertFalse(event.key().isBlank());
    }

    /** A newer version of a service may tell more than this one knows. */
    @ParameterizedTest
    @MethodSource("goldenFiles")
    void isStillValidWithAFieldThatWasAddedLater(Path file) {
        JsonNode later = Contracts.read(file).deepCopy();
        ((ObjectNode) later).put("addedLater", true);
        assertEquals(Set.of(), Contracts.schema(Contracts.typeOf(file)).validate(later));
    }

    @Test
    void belongToEventsThatThereAre() throws IOException {
        try (Stream<Path> folders = Files.list(Contracts.GOLDEN)) {
            var types = folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet());
            assertEquals(EventTypes.byName().keySet(), types);
        }
        assertTrue(
                Contracts.types().stream().allMatch(type -> type.matches("org\\.anchors\\.[a-z-]+\\.[a-z-]+\\.v\\d+")));
    }
}
