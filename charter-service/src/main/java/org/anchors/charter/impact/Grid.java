package org.anchors.charter.impact;

import java.util.List;

/**
 * A table with a caption, whose first column names its rows.
 *
 * @param columns heads of the columns
 * @param rows cells from left to right
 * @param numbers columns that hold numbers, counted from 0
 */
record Grid(String caption, List<String> columns, List<List<String>> rows, List<Integer> numbers) {

    void write(Markup to) {
        to.within("table", () -> {
            to.element("caption", caption);
            to.within("thead", () -> to.within("tr", this.heads(to)));
            to.within("tbody", () -> rows.forEach(row -> to.within("tr", () -> row(to, row))));
        });
    }

    private Markup.Content heads(Markup to) {
        return () -> {
            for (var column = 0; column < columns.size(); column++) {
                to.element("th", columns.get(column), "scope", "col", "class", kind(column));
            }
        };
    }

    private void row(Markup to, List<String> row) {
        to.element("th", row.getFirst(), "scope", "row", "class", "text");
        for (var column = 1; column < row.size(); column++) {
            to.element("td", row.get(column), "class", kind(column));
        }
    }

    private String kind(int column) {
        return numbers.contains(column) ? "number" : "text";
    }
}
