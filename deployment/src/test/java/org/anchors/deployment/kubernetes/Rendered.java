package org.anchors.deployment.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.anchors.deployment.Tool;

/** What {@code kubectl kustomize} makes of an overlay. */
record Rendered(String overlay, List<JsonNode> documents) {

    private static final Map<String, Rendered> ALL = new ConcurrentHashMap<>();

    static Rendered of(String overlay) {
        return ALL.computeIfAbsent(overlay, Rendered::render);
    }

    static Stream<Rendered> all() {
        return Stream.of("dev", "production").map(Rendered::of);
    }

    /** All of one kind, as their model. */
    <T> List<T> all(Class<T> model) {
        return documents.stream()
                .filter(document -> model.equals(Models.BY_KIND.get(kind(document))))
                .map(document -> read(model, document))
                .toList();
    }

    /** All of a kind that has no model. */
    List<JsonNode> all(String kind) {
        return documents.stream()
                .filter(document -> document.get("kind").asText().equals(kind))
                .toList();
    }

    static String kind(JsonNode document) {
        return document.get("apiVersion").asText() + "/" + document.get("kind").asText();
    }

    private static <T> T read(Class<T> model, JsonNode document) {
        try {
            return StrictYaml.as(model, document);
        } catch (JsonProcessingException e) {
            throw new AssertionError(kind(document) + " " + document.at("/metadata/name") + ": " + e.getMessage(), e);
        }
    }

    private static Rendered render(String overlay) {
        return new Rendered(overlay, StrictYaml.documents(Tool.KUBECTL.run("kustomize", "k8s/overlays/" + overlay)));
    }

    @Override
    public String toString() {
        return overlay;
    }
}
