package org.anchors.socialvalue.opendata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the schema of release packages asks for, in facts: names, types, formats, what is required, closed code lists. Drawn from
 * {@code schema/release-package-schema.json} and {@code schema/release-schema.json} of the Open Contracting Data Standard 1.1.5
 * (Open Contracting Partnership, github.com/open-contracting/standard, Apache-2.0) without their titles and descriptions, and
 * without fields in other languages; {@code extensions.json} likewise from the extensions that packages declare.
 */
final class OcdsSchema {

    private static final Path PLACE = Path.of("src", "test", "resources", "ocds");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode schema;

    private OcdsSchema(ObjectNode schema) {
        this.schema = schema;
    }

    /** The standard's own, which takes every field that it does not know. */
    static OcdsSchema standard() {
        return new OcdsSchema(read("release-package-1.1.5.json"));
    }

    /** With the fields of the extensions that a package declares, and no others. */
    static OcdsSchema closed(JsonNode release) {
        var schema = read("release-package-1.1.5.json");
        var known = read("extensions.json");
        release.path("extensions").forEach(declared -> known.properties().stream()
                .filter(extension -> declared.asText().contains("/" + extension.getKey() + "/"))
                .forEach(extension -> merge(schema, extension.getValue())));
        close(schema);
        return new OcdsSchema(schema);
    }

    List<String> faultsOf(JsonNode document) {
        var checkFormats =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(schema, checkFormats)
                .validate(document)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** As RFC 7396 has it; extensions take nothing away. */
    private static void merge(ObjectNode into, JsonNode patch) {
        patch.properties().forEach(member -> {
            if (into.get(member.getKey()) instanceof ObjectNode object
                    && member.getValue().isObject()) {
                merge(object, member.getValue());
            } else {
                into.set(member.getKey(), member.getValue());
            }
        });
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject() && object.has("type")) {
            object.put("additionalProperties", false);
        }
        node.forEach(OcdsSchema::close);
    }

    private static ObjectNode read(String name) {
        try {
            return (ObjectNode) JSON.readTree(PLACE.resolve(name).toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
