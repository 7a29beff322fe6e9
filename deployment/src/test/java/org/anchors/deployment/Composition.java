package org.anchors.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The containers of the compose file as docker-compose understands it, with everything put in its place. */
record Composition(JsonNode services) {

    /** Containers that do one thing and end. */
    static final List<String> ONCE = List.of("setup", "databases", "topics");

    static Composition read() {
        return read(Map.of(), "--profile", "observability");
    }

    /** @param options what is said to docker-compose before it is asked for its understanding */
    static Composition read(Map<String, String> environment, String... options) {
        var arguments = Stream.concat(Stream.of(options), Stream.of("config")).toArray(String[]::new);
        var understood = Tool.COMPOSE.run(environment, arguments);
        try {
            return new Composition(
                    new ObjectMapper(new YAMLFactory()).readTree(understood).required("services"));
        } catch (JsonProcessingException e) {
            throw new AssertionError("docker-compose writes no YAML", e);
        }
    }

    JsonNode service(String name) {
        return services.required(name);
    }

    Stream<String> names() {
        return services.properties().stream().map(Map.Entry::getKey);
    }

    String condition(String service, String on) {
        return service(service).get("depends_on").path(on).path("condition").asText();
    }

    Map<String, String> environment(String service) {
        var environment = new TreeMap<String, String>();
        service(service)
                .path("environment")
                .properties()
                .forEach(each -> environment.put(each.getKey(), each.getValue().asText()));
        return environment;
    }

    Set<String> networks(String service) {
        var networks = new TreeSet<String>();
        service(service).path("networks").fieldNames().forEachRemaining(networks::add);
        return networks;
    }

    /** The mounts of volumes with secrets: volume, path and mode. */
    List<String> secrets(String service) {
        return texts(service(service).path("volumes")).stream()
                .filter(volume -> volume.startsWith("secrets"))
                .toList();
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
