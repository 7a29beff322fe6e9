package org.anchors.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The OpenAPI document of a service: the one in the repository, held against the one the code gives. */
public final class ApiDocument {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private ApiDocument() {}

    /**
     * Fails when code and document differ. With {@code -Dopenapi.write} the document is written anew instead, to be read
     * and committed.
     */
    public static boolean isAsCommitted(String live) {
        try {
            if (System.getProperty("openapi.write") != null) {
                Files.writeString(COMMITTED, live);
            }
            return Files.exists(COMMITTED) && Files.readString(COMMITTED).equals(live);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a reader of the document would miss: a summary, a tag, an answer for refusals, a description of a parameter. */
    public static List<String> lint(String live) {
        try {
            var faults = new ArrayList<String>();
            var document = new YAMLMapper().readTree(live);
            if (!document.path("openapi").asText().startsWith("3.1")) {
                faults.add("The document is not OpenAPI 3.1");
            }
            for (var path : document.path("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    if (METHODS.contains(operation.getKey())) {
                        lint(operation.getKey() + " " + path.getKey(), operation.getValue(), faults);
                    }
                }
            }
            return faults;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void lint(String name, JsonNode operation, List<String> faults) {
        if (operation.path("summary").asText().isBlank()) {
            faults.add(name + " has no summary");
        }
        if (operation.path("tags").isEmpty()) {
            faults.add(name + " has no tag");
        }
        if (operation.path("operationId").asText().isBlank()) {
            faults.add(name + " has no operationId");
        }
        if (!operation.path("responses").has("default")) {
            faults.add(name + " does not say what a refusal looks like");
        }
        operation.path("responses").properties().forEach(answer -> {
            if (answer.getKey().startsWith("2")
                    && answer.getValue().path("content").isEmpty()) {
                faults.add("%s does not say what its answer %s holds".formatted(name, answer.getKey()));
            }
        });
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("description").asText().isBlank() && !parameter.has("$ref")) {
                faults.add("%s: parameter %s has no description"
                        .formatted(name, parameter.path("name").asText()));
            }
        }
    }
}
