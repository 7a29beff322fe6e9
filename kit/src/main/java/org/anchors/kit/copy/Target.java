package org.anchors.kit.copy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table with those of its columns that rows fill, in the order of their fields. */
public record Target(String table, List<Column> columns) {

    /**
     * A column.
     *
     * @param type as the database calls it
     */
    record Column(String name, String type) {

        static Column of(String written) {
            var parts = written.strip().split(" ", 2);
            return new Column(parts[0], parts[1]);
        }
    }

    /**
     * Reads a target.
     *
     * @param written table, columns and types, such as {@code narrative (reference text, position int)}
     */
    public static Target of(String written) {
        var parts = written.split("[()]");
        return new Target(
                parts[0].strip(),
                Arrays.stream(parts[1].split(",")).map(Column::of).toList());
    }

    /** Table and columns without their types, such as {@code narrative (reference, position)}. */
    public String named() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", ", table + " (", ")"));
    }
}
