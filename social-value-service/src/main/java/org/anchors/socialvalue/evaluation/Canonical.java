package org.anchors.socialvalue.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.anchors.socialvalue.methodology.Decimals;

/**
 * One way to write JSON, for hashes: what means the same is the same text. Names in the order of their UTF-16 code units, no
 * space, numbers plain and without needless zeros, members without a value, an empty list or an empty object left out.
 */
public final class Canonical {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Canonical() {}

    public static String of(Object value) {
        var text = new StringBuilder();
        write(JSON.valueToTree(value), text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, text);
            case ARRAY -> list(node, text);
            case NUMBER -> text.append(number(node.decimalValue()));
            case STRING -> string(node.textValue(), text);
            case BOOLEAN, NULL -> text.append(node.asText());
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("Not JSON: " + node.getNodeType());
        }
    }

    private static void object(JsonNode node, StringBuilder text) {
        var members = new TreeMap<String, JsonNode>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        text.append('{');
        var separator = "";
        for (var member : members.entrySet()) {
            if (isSaid(member.getValue())) {
                text.append(separator);
                string(member.getKey(), text);
                write(member.getValue(), text.append(':'));
                separator = ",";
            }
        }
        text.append('}');
    }

    private static boolean isSaid(JsonNode value) {
        return !value.isNull() && !(value.isContainerNode() && value.isEmpty());
    }

    private static void list(JsonNode node, StringBuilder text) {
        text.append('[');
        var separator = "";
        for (var element : node) {
            write(element, text.append(separator));
            separator = ",";
        }
        text.append(']');
    }

    private static String number(BigDecimal number) {
        return Decimals.plain(number).toPlainString();
    }

    private static void string(String value, StringBuilder text) {
        text.append('"');
        value.chars().forEach(character -> text.append(escaped((char) character)));
        text.append('"');
    }

    /** As RFC 8785 writes it. */
    private static String escaped(char character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> character < ' ' ? "\\u%04x".formatted((int) character) : String.valueOf(character);
        };
    }
}
