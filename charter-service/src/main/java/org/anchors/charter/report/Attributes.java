package org.anchors.charter.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anchors.charter.indicator.Scale;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;

/** The attributes of a value, as they are stored and told: by name, in the order of names. One that is null was not sent. */
final class Attributes {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Attributes() {}

    static @Nullable String written(@Nullable Map<String, Scalar> attributes) {
        if (attributes == null) {
            return null;
        }
        var given = new TreeMap<>(attributes);
        given.values().removeIf(Objects::isNull);
        try {
            return given.isEmpty() ? null : JSON.writeValueAsString(given);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Attributes are plain values", impossible);
        }
    }

    static @Nullable Map<String, Scalar> read(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            var attributes = new TreeMap<String, Scalar>();
            JSON.readTree(written).properties().stream()
                    .filter(attribute -> !attribute.getValue().isNull())
                    .forEach(attribute -> attributes.put(attribute.getKey(), scalar(attribute.getValue())));
            return attributes;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Attributes were stored by us", unreadable);
        }
    }

    /** Each as a text, for those who read events. */
    static @Nullable Map<String, String> texts(@Nullable String written) {
        return texts(read(written));
    }

    static @Nullable Map<String, String> texts(@Nullable Map<String, Scalar> attributes) {
        if (attributes == null) {
            return null;
        }
        var texts = new TreeMap<String, String>();
        attributes.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    /** Each as a text that is the same for 12.50 and 12.5, and for 2019 as a number and as a code. */
    static Map<String, String> comparable(Map<String, Scalar> attributes) {
        return attributes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        attribute -> attribute.getValue() instanceof Scalar.Number(BigDecimal number)
                                ? Scale.plain(number).toPlainString()
                                : text(attribute.getValue())));
    }

    static String text(Scalar value) {
        return switch (value) {
            case Scalar.Number(BigDecimal number) -> number.toPlainString();
            case Scalar.Truth(boolean truth) -> Boolean.toString(truth);
            case Scalar.Text(String text) -> text;
        };
    }

    private static Scalar scalar(JsonNode node) {
        if (node.isNumber()) {
            return new Scalar.Number(node.decimalValue());
        }
        return node.isBoolean() ? new Scalar.Truth(node.booleanValue()) : new Scalar.Text(node.asText());
    }
}
