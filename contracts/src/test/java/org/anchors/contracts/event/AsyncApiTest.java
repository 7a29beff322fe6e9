package org.anchors.contracts.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncApiTest {

    private final Map<String, Set<String>> typesOfTopics = new HashMap<>();
    private JsonNode document = Contracts.JSON.nullNode();

    @BeforeAll
    void read() throws IOException {
        document = new YAMLMapper().readTree(Files.readString(Path.of("asyncapi.yaml")));
        for (var channel : document.path("channels")) {
            var types = channel.path("messages")
                    .valueStream()
                    .map(message -> resolve(message).path("name").asText())
                    .collect(Collectors.toSet());
            typesOfTopics.put(channel.path("address").asText(), types);
        }
    }

    @Test
    void isOfVersion3() {
        assertEquals("3.0.0", document.path("asyncapi").asText());
    }

    @Test
    void namesEveryTopicAndItsDeadLettersAndNoOther() {
        var topics = Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(topic.kafkaName(), topic.deadLetters()))
                .collect(Collectors.toSet());
        assertEquals(topics, typesOfTopics.keySet());
    }

    @Test
    void namesEveryEventOnItsTopicAndNoOther() {
        for (var topic : Topic.values()) {
            var types = EventTypes.byName().values().stream()
                    .filter(type -> EventTypes.topicOf(type) == topic)
                    .map(EventTypes::nameOf)
                    .collect(Collectors.toSet());
            assertEquals(types, typesOfTopics.get(topic.kafkaName()));
            assertEquals(Set.of("dead-letter"), typesOfTopics.get(topic.deadLetters()));
        }
    }

    @Test
    void givesEveryEventItsSchemaAndItsOwnTypeInTheHeader() {
        var events = document.path("components")
                .path("messages")
                .valueStream()
                .filter(message -> !message.path("name").asText().equals("dead-letter"))
                .toList();
        assertEquals(EventTypes.byName().size(), events.size());
        for (var event : events) {
            var type = event.path("name").asText();
            assertEquals(type, event.at("/headers/properties/ce_type/const").asText());
            assertEquals(
                    Contracts.SCHEMAS.resolve(type + ".json").toString(),
                    event.at("/payload/schema/$ref").asText());
        }
    }

    @Test
    void pointsOnlyToWhatIsThere() {
        for (var reference : document.findValuesAsText("$ref")) {
            assertTrue(
                    reference.startsWith("#")
                            ? !document.at(reference.substring(1)).isMissingNode()
                            : Files.exists(Path.of(reference)),
                    reference);
        }
    }

    @Test
    void demandsTheHeadersOfACloudEventInBinaryMode() {
        var required = new TreeSet<String>();
        document.at("/components/messageTraits/cloudEvent/headers/required")
                .forEach(name -> required.add(name.asText()));
        assertEquals(
                new TreeSet<>(Set.of(
                        "ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "content-type")),
                required);
    }

    private JsonNode resolve(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }
}
