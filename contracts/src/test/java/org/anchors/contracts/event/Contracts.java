package org.anchors.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The schemas and golden files of this module, as files. */
final class Contracts {

    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path GOLDEN = Path.of("src/main/resources/golden");
    static final Path RELEASED = Path.of("src/test/resources/released");

    /** Writes JSON as the services do, and reads numbers without loss. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private Contracts() {}

    static List<String> types() {
        return EventTypes.byName().keySet().stream().sorted().toList();
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(file.toString(), failure);
        }
    }

    static JsonNode schemaText(String type) {
        return read(SCHEMAS.resolve(type + ".json"));
    }

    static JsonSchema schema(String type) {
        var checkFormats =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaText(type), checkFormats);
    }

    static List<Path> goldenFiles() {
        return types().stream().flatMap(type -> goldenFiles(type).stream()).toList();
    }

    static List<Path> goldenFiles(String type) {
        try (Stream<Path> files = Files.list(GOLDEN.resolve(type))) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("No golden files for " + type, failure);
        }
    }

    static String typeOf(Path goldenFile) {
        return GOLDEN.relativize(goldenFile).getName(0).toString();
    }
}
