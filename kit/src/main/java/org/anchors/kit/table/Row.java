package org.anchors.kit.table;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param table the table it stands in
 * @param number as the spreadsheet counts, from 1, the header included
 * @param cells what is filled in, by column
 */
public record Row(Table.Head table, int number, Map<String, Cell> cells) {

    /** The column of a cell that stands in none with a name. */
    public static final String WITHOUT_NAME = "";

    public Optional<Cell> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** The cell's text as it is shown; null where it is empty. */
    public @Nullable String shown(String column) {
        var cell = cells.get(column);
        return cell == null ? null : cell.shown().strip();
    }

    public boolean isBlank(String... columns) {
        for (var column : columns) {
            if (cells.containsKey(column)) {
                return false;
            }
        }
        return true;
    }

    /** Where the row is, in words that lead whoever has the file open to it. */
    public String place() {
        return table.sheet() == null ? "row " + number : "%s!row %d".formatted(table.sheet(), number);
    }

    /** Where a cell is: {@code row 14, column numerator}, or in a workbook {@code Values!D14, column numerator}. */
    public String place(String column) {
        var letters = table.lettersOf(column);
        if (table.sheet() == null || letters.isEmpty()) {
            return "%s, column %s".formatted(place(), column);
        }
        return "%s!%s%d, column %s".formatted(table.sheet(), letters.get(), number, column);
    }
}
