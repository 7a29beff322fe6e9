package org.anchors.charter.export;

import java.util.List;
import java.util.function.Function;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * How things of one kind become rows.
 *
 * @param columns from left to right; their order and names are relied on and only ever added to
 */
record Table<T>(List<Column<T>> columns) {

    /** A column and what it shows of a thing. */
    record Column<T>(String name, Function<T, @Nullable Cell> cell) {

        static <T> Column<T> text(String name, Function<T, @Nullable String> text) {
            return new Column<>(name, thing -> Sheet.text(text.apply(thing)));
        }
    }

    Sheet sheet(String name, List<T> things) {
        return new Sheet(
                name,
                columns.stream().map(Column::name).toList(),
                things.stream().map(this::row).toList());
    }

    private List<@Nullable Cell> row(T thing) {
        return columns.stream()
                .<@Nullable Cell>map(column -> column.cell().apply(thing))
                .toList();
    }
}
