package org.anchors.contracts.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an event, by name.
 *
 * @param fields whether each must be there, and what is inside it, for lists of records
 */
record RecordShape(Map<String, Field> fields) {

    record Field(boolean required, @Nullable RecordShape inside) {}

    static RecordShape of(Class<?> type) {
        var fields = new TreeMap<String, Field>();
        Arrays.stream(type.getRecordComponents())
                .forEach(component -> fields.put(
                        component.getName(),
                        new Field(
                                !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                                insideOf(component))));
        return new RecordShape(fields);
    }

    static RecordShape of(JsonNode schema, JsonNode root) {
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var fields = new TreeMap<String, Field>();
        schema.path("properties").properties().forEach(property -> {
            var items = property.getValue().path("items").path("$ref").asText();
            var inside = items.isEmpty() ? null : of(root.at(items.substring(1)), root);
            fields.put(property.getKey(), new Field(required.contains(property.getKey()), inside));
        });
        return new RecordShape(fields);
    }

    private static @Nullable RecordShape insideOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> item
                        && item.isRecord()
                ? of(item)
                : null;
    }
}
