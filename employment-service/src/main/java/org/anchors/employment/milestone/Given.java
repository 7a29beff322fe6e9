package org.anchors.employment.milestone;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as it was sent.
 *
 * @param row its number, as its form counts
 * @param values what was sent, by field; what was left out or is null in JSON is not there
 */
record Given(int row, Map<Field, String> values) {

    Given(int row) {
        this(row, new EnumMap<>(Field.class));
    }

    @Nullable
    String text(Field field) {
        return values.get(field);
    }

    void put(Field field, String value) {
        values.put(field, value);
    }
}
