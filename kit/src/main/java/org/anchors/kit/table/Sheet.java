package org.anchors.kit.table;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is handed out.
 *
 * @param name what a workbook calls it
 * @param columns the names of its columns, in order
 * @param rows their cells in the same order; null where there is nothing
 */
public record Sheet(String name, List<String> columns, List<List<@Nullable Cell>> rows) {

    public static @Nullable Cell text(@Nullable String text) {
        return text == null || text.isEmpty() ? null : new Cell.Text(text);
    }

    public static @Nullable Cell number(@Nullable BigDecimal number) {
        return number == null ? null : new Cell.Number(number);
    }

    public static Cell number(long number) {
        return new Cell.Number(BigDecimal.valueOf(number));
    }
}
