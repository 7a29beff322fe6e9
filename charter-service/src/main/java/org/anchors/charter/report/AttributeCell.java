package org.anchors.charter.report;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anchors.kit.edge.Scalar;

/**
 * Attributes as they stand in one cell of a file: {@code name=value}, with a vertical bar between two of them and a backslash
 * before a bar that is part of one.
 */
final class AttributeCell {

    private static final String BAR = "|";
    private static final String ESCAPED = "\\|";
    private static final Pattern BETWEEN = Pattern.compile("(?<!\\\\)\\|");

    private AttributeCell() {}

    static String written(Map<String, Scalar> attributes) {
        return attributes.entrySet().stream()
                .filter(attribute -> attribute.getValue() != null)
                .map(attribute -> attribute.getKey() + "=" + Attributes.text(attribute.getValue()))
                .map(attribute -> attribute.replace(BAR, ESCAPED))
                .collect(Collectors.joining(" | "));
    }

    /** Each attribute, as name and value. */
    static List<String> read(String cell) {
        return BETWEEN.splitAsStream(cell)
                .map(attribute -> attribute.replace(ESCAPED, BAR))
                .toList();
    }
}
