package org.anchors.contracts.event;

import static org.anchors.contracts.event.Contracts.schema;
import static org.anchors.contracts.event.Contracts.schemaText;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {

    private static final String REPORT = "org.anchors.charter.annual-report-submitted.v1";

    record Case(String type, String field) {}

    static List<Case> requiredFields() {
        return Contracts.types().stream()
                .flatMap(type -> StreamSupport.stream(
                                schemaText(type).path("required").spliterator(), false)
                        .map(field -> new Case(type, field.asText())))
                .toList();
    }

    static List<Case> fields() {
        return Contracts.types().stream()
                .flatMap(type -> schemaText(type)
                        .path("properties")
                        .propertyStream()
                        .map(field -> new Case(type, field.getKey())))
                .toList();
    }

    @Test
    void thereIsOneForEveryEventAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(Contracts.SCHEMAS)) {
            var types = files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .collect(Collectors.toSet());
            assertEquals(EventTypes.byName().keySet(), types);
        }
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void refusesAnEventThatLacksARequiredField(Case missing) {
        var event = golden(missing.type());
        event.remove(missing.field());
        assertFalse(schema(missing.type()).validate(event).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void refusesAFieldOfAnotherType(Case wrong) {
        var event = golden(wrong.type());
        event.set(wrong.field(), JsonNodeFactory.instance.objectNode());
        assertFalse(schema(wrong.type()).validate(event).isEmpty());
        event.putNull(wrong.field());
        assertFalse(schema(wrong.type()).validate(event).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"indicator\": \"EMP-01\", \"state\": \"GIVEN\"}",
                "{\"indicator\": \"EMP-01\", \"state\": \"MISSING\", \"value\": 1}",
                "{\"indicator\": \"EMP-01\", \"state\": \"GIVEN\", \"value\": \"1\"}",
                "{\"indicator\": \"EMP-01\", \"state\": \"NOT_COLLECTED\", \"value\": 1}",
                "{\"indicator\": \"EMP-03\", \"state\": \"GIVEN\", \"numerator\": 1}",
                "{\"indicator\": \"EMP-03\", \"state\": \"GIVEN\", \"value\": 1, \"numerator\": 1, \"denominator\": 2}",
                "{\"state\": \"NOT_COLLECTED\"}"
            })
    void refusesAValueWhoseStateAndFigureDoNotAgree(String value) throws IOException {
        var event = golden(REPORT);
        event.putArray("values").add(Contracts.JSON.readTree(value));
        assertFalse(schema(REPORT).validate(event).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesTheFieldsOfTheRecord(String type) {
        var record = EventTypes.named(type).orElseThrow();
        assertEquals(RecordShape.of(record), RecordShape.of(schemaText(type), schemaText(type)));
    }

    static List<String> types() {
        return Contracts.types();
    }

    private static ObjectNode golden(String type) {
        JsonNode golden = Contracts.read(Contracts.goldenFiles(type).getFirst());
        return (ObjectNode) golden;
    }
}
