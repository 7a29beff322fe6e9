package org.anchors.socialvalue.evaluation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The request of {@code examples/evaluation.json}, to be changed place by place. */
public final class Example {

    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private final JsonNode body;

    private Example(JsonNode body) {
        this.body = body;
    }

    public static Example read() {
        try {
            return new Example(
                    JSON.readTree(Path.of("..", "examples", "evaluation.json").toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same with a notice of today, to be published. */
    public static Example ofToday() {
        return read().noticed(LocalDate.now(ZoneId.of("Europe/London")));
    }

    public Example noticed(LocalDate on) {
        return with("/methodology/noticeDate", "\"%s\"".formatted(on));
    }

    /** With another value at a place; nothing takes the place away, and a place behind a list's end adds to it. */
    public Example with(String place, String value) {
        var pointer = JsonPointer.compile(place);
        var parent = body.at(pointer.head());
        var name = pointer.last();
        switch (parent) {
            case ObjectNode object when value.isEmpty() -> object.remove(name.getMatchingProperty());
            case ObjectNode object -> object.set(name.getMatchingProperty(), json(value));
            case ArrayNode list when value.isEmpty() -> list.remove(name.getMatchingIndex());
            case ArrayNode list
            when name.getMatchingIndex() < list.size() -> list.set(name.getMatchingIndex(), json(value));
            case ArrayNode list -> list.add(json(value));
            default -> throw new IllegalArgumentException("No place " + place);
        }
        return this;
    }

    /** The places of all its values. */
    List<String> places() {
        var places = new ArrayList<String>();
        places("", body, places);
        return places;
    }

    private static void places(String at, JsonNode node, List<String> places) {
        node.properties().forEach(member -> {
            places.add(at + "/" + member.getKey());
            places(at + "/" + member.getKey(), member.getValue(), places);
        });
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            places.add(at + "/" + i);
            places(at + "/" + i, node.get(i), places);
        }
    }

    public JsonNode at(String place) {
        return body.at(place);
    }

    public String text() {
        return body.toString();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
