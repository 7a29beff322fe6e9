package org.anchors.gateway.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.anchors.gateway.service.Service;

/** Joins the services' OpenAPI documents into one that describes the platform as it looks from outside. */
final class JoinedDocument {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String ABOUT = "Reporting, social value and employment programmes of the anchor charter."
            + " Every request needs an access token of the realm `anchors`.";

    private final ObjectNode joined = NODES.objectNode();
    private final Set<String> operationIds = new HashSet<>();

    private JoinedDocument() {}

    static ObjectNode of(List<Part> parts) {
        var document = new JoinedDocument();
        document.describe(parts);
        var names = ComponentNames.of(parts);
        parts.forEach(part -> part.document().ifPresent(own -> document.add(part.service(), own, names)));
        document.demandToken();
        return document.joined;
    }

    private void describe(List<Part> parts) {
        var description = new StringBuilder(ABOUT);
        parts.stream()
                .map(Part::remark)
                .flatMap(Optional::stream)
                .forEach(remark -> description.append("\n\n**").append(remark).append("**"));
        joined.put("openapi", "3.1.0");
        joined.putObject("info")
                .put("title", "Anchors")
                .put("version", "v1")
                .put("description", description.toString());
        joined.putArray("servers").addObject().put("url", "/");
        var tags = joined.putArray("tags");
        parts.forEach(part -> {
            var tag = tags.addObject().put("name", part.service().title());
            part.document()
                    .map(own -> own.at("/info/description"))
                    .filter(JsonNode::isTextual)
                    .ifPresent(text -> tag.set("description", text));
        });
        joined.putObject("paths");
        joined.putObject("components");
    }

    private void add(Service service, ObjectNode own, ComponentNames names) {
        var base = base(own);
        own.path("paths").properties().forEach(path -> {
            var item = (ObjectNode) names.renamed(service, path.getValue());
            item.properties().stream()
                    .filter(part -> METHODS.contains(part.getKey()))
                    .forEach(operation -> adapt(service, (ObjectNode) operation.getValue()));
            at("paths").set(absolute(service, base, path.getKey()), item);
        });
        own.path("components").properties().stream()
                .filter(section -> !section.getKey().equals("securitySchemes"))
                .forEach(section -> section.getValue().properties().forEach(component -> at("components")
                        .withObjectProperty(section.getKey())
                        .set(
                                names.nameOf(service, section.getKey(), component.getKey()),
                                names.renamed(service, component.getValue()))));
    }

    private void adapt(Service service, ObjectNode operation) {
        operation.putArray("tags").add(service.title());
        var id = operation.path("operationId").asText("");
        if (!id.isEmpty() && !operationIds.add(id)) {
            operation.put("operationId", service.word() + "_" + id);
        }
        var schemes = operation.path("security");
        if (schemes.size() > 0) {
            var roles = schemes.findValues("bearer").stream()
                    .flatMap(named -> StreamSupport.stream(named.spliterator(), false))
                    .toList();
            operation.putArray("security").addObject().putArray("bearer").addAll(roles);
        }
    }

    private void demandToken() {
        at("components")
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        joined.putArray("security").addObject().putArray("bearer");
    }

    private ObjectNode at(String name) {
        return joined.withObjectProperty(name);
    }

    /** Whether a service writes its prefix into its paths or into its server, here it stands in the path. */
    private static String absolute(Service service, String base, String path) {
        if (isBelow(service, path)) {
            return path;
        }
        return isBelow(service, base + path) ? base + path : service.prefix() + path;
    }

    private static boolean isBelow(Service service, String path) {
        return path.equals(service.prefix()) || path.startsWith(service.prefix() + "/");
    }

    private static String base(ObjectNode own) {
        var url = own.at("/servers/0/url").asText("");
        var path = url.replaceFirst("^[a-z]+://[^/]*", "");
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
