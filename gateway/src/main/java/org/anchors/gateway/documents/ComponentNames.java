package org.anchors.gateway.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.anchors.gateway.service.Service;

/**
 * What the components of several documents are called in one: the same name where they are the same, the service's word
 * before it where they differ.
 */
final class ComponentNames {

    private static final String COMPONENTS = "#/components/";

    /** References, such as {@code #/components/schemas/Money}, that mean different things in different services. */
    private final Set<String> disputed = new HashSet<>();

    private ComponentNames() {}

    static ComponentNames of(List<Part> parts) {
        var meanings = new HashMap<String, Set<JsonNode>>();
        parts.stream().flatMap(part -> part.document().stream()).forEach(own -> own.path("components")
                .properties()
                .forEach(section -> section.getValue().properties().forEach(component -> meanings.computeIfAbsent(
                                reference(section.getKey(), component.getKey()), name -> new HashSet<>())
                        .add(component.getValue()))));
        var names = new ComponentNames();
        names.settle(meanings);
        return names;
    }

    /** What refers to something disputed means something else in each service, too; until nothing more is found. */
    private void settle(Map<String, Set<JsonNode>> meanings) {
        var grown = true;
        while (grown) {
            grown = false;
            for (var meaning : meanings.entrySet()) {
                var differs = meaning.getValue().size() > 1
                        || meaning.getValue().stream()
                                .flatMap(ComponentNames::texts)
                                .anyMatch(disputed::contains);
                grown |= differs && disputed.add(meaning.getKey());
            }
        }
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual() ? Stream.of(node.asText()) : node.valueStream().flatMap(ComponentNames::texts);
    }

    String nameOf(Service service, String section, String name) {
        return disputed.contains(reference(section, name)) ? service.word() + name : name;
    }

    /** A copy in which every reference has the new name. */
    JsonNode renamed(Service service, JsonNode node) {
        if (node.isObject()) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), renamed(service, field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(renamed(service, element)));
            return copy;
        }
        if (!disputed.contains(node.asText())) {
            return node;
        }
        var cut = node.asText().lastIndexOf('/') + 1;
        return JsonNodeFactory.instance.textNode(
                node.asText().substring(0, cut) + service.word() + node.asText().substring(cut));
    }

    private static String reference(String section, String name) {
        return COMPONENTS + section + "/" + name;
    }
}
