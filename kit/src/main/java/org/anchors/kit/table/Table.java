package org.anchors.kit.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anchors.contracts.problem.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was read.
 *
 * @param head its columns
 * @param rows those that are not empty
 */
public record Table(Head head, List<Row> rows) {

    /**
     * The columns of a table, named by its first row.
     *
     * @param sheet name of the sheet; null in CSV, which has one table only
     * @param columns names by index, in lower case
     * @param number the row that names them
     */
    public record Head(@Nullable String sheet, List<String> columns, int number) {

        public static Head of(@Nullable String sheet, List<String> names, int number) {
            return new Head(
                    sheet,
                    names.stream()
                            .map(name -> name.strip().toLowerCase(Locale.ROOT))
                            .toList(),
                    number);
        }

        Optional<String> lettersOf(String column) {
            var index = columns.indexOf(column);
            return index < 0 ? Optional.empty() : Optional.of(letters(index));
        }

        /** Columns that are not known, are named twice, or are needed and not there. */
        public List<Fault> faults(Set<String> known, Set<String> needed) {
            var faults = new ArrayList<Fault>();
            var seen = new HashSet<String>();
            for (var column : columns) {
                if (column.isEmpty()) {
                    continue;
                }
                if (!known.contains(column)) {
                    faults.add(new Fault(
                            place(column), "unknown-column", column, "Leave the template's columns as they are."));
                } else if (!seen.add(column)) {
                    faults.add(
                            new Fault(place(column), "column-twice", column, "Keep one of the columns of this name."));
                }
            }
            needed.stream()
                    .filter(column -> !seen.contains(column))
                    .sorted()
                    .forEach(column -> faults.add(new Fault(
                            place(column), "column-missing", null, "The first row names the columns; add this one.")));
            return faults;
        }

        private String place(String column) {
            return new Row(this, number, Map.of()).place(column);
        }

        private static String letters(int index) {
            var letters = new StringBuilder();
            for (var rest = index; rest >= 0; rest = rest / 26 - 1) {
                letters.insert(0, (char) ('A' + rest % 26));
            }
            return letters.toString();
        }
    }

    /** Makes a row of cells by index; those behind the last named column stand in {@link Row#WITHOUT_NAME}. */
    public static Row row(Head head, int number, Map<Integer, Cell> cells) {
        var named = new HashMap<String, Cell>();
        cells.forEach((index, cell) ->
                named.put(index < head.columns().size() ? head.columns().get(index) : Row.WITHOUT_NAME, cell));
        return new Row(head, number, Map.copyOf(named));
    }
}
