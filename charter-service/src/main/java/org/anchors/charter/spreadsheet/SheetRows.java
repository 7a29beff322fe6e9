package org.anchors.charter.spreadsheet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.FileRefusal;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet that hold something, one after the other. No number in the file says how much memory they take. */
final class SheetRows {

    private static final int MOST_COLUMNS = 100;
    private static final int LETTERS = 26;
    private static final Pattern PLACE = Pattern.compile("([A-Za-z]+)([0-9]+)");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    private final String sheet;
    private final Xml xml;
    private final CellValues values;
    private final int mostRows;

    private boolean begun;
    private int number;
    private int column;

    /**
     * @param xml the sheet's part
     * @param mostRows behind the first
     */
    SheetRows(String sheet, Xml xml, CellValues values, int mostRows) {
        this.sheet = sheet;
        this.xml = xml;
        this.values = values;
        this.mostRows = mostRows;
    }

    /** Cells by the index of their column. */
    record Filled(int number, Map<Integer, Cell> cells) {}

    /** The next row that holds something; null behind the last. */
    @Nullable
    Filled next() throws IOException {
        begun = begun || xml.nextWithin("worksheet", "sheetData");
        while (begun && xml.nextWithin("sheetData", "row")) {
            var cells = row();
            if (!cells.isEmpty()) {
                return new Filled(number, cells);
            }
        }
        return null;
    }

    private Map<Integer, Cell> row() throws IOException {
        number = number(xml.attribute("r"));
        column = -1;
        var cells = new HashMap<Integer, Cell>();
        while (xml.nextWithin("row", "c")) {
            column = column(xml.attribute("r"));
            var cell = values.of(cell());
            if (cell != null) {
                requireRoom();
                if (cells.put(column, cell) != null) {
                    throw damaged("a cell stands there twice");
                }
            }
        }
        return cells;
    }

    private int number(@Nullable String given) {
        if (given == null) {
            return number + 1;
        }
        if (!NUMBER.matcher(given).matches() || Integer.parseInt(given) <= number) {
            throw damaged("a row says to be row " + shortened(given));
        }
        return Integer.parseInt(given);
    }

    /** The index of the column; a cell that does not name one stands beside the one before it. */
    private int column(@Nullable String given) {
        if (given == null) {
            return column + 1;
        }
        var place = PLACE.matcher(given);
        if (!place.matches() || !place.group(2).equals(Integer.toString(number))) {
            throw damaged("a cell says to be " + shortened(given));
        }
        var index = 0;
        for (var letter : place.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
            index = Math.min(MOST_COLUMNS + 1, index * LETTERS + letter - 'A' + 1);
        }
        return index - 1;
    }

    private CellValues.Written cell() throws IOException {
        var type = xml.attribute("t");
        var style = xml.attribute("s");
        String formula = null;
        String value = null;
        String inline = null;
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("f")) {
                formula = xml.text();
            } else if (xml.begins("v")) {
                value = xml.text();
            } else if (xml.begins("is")) {
                inline = xml.runs("is");
            }
        }
        return new CellValues.Written(type, style, formula, value, inline);
    }

    private void requireRoom() {
        if (column >= MOST_COLUMNS) {
            throw FileRefusal.tooLarge("A sheet may have %d columns.".formatted(MOST_COLUMNS));
        }
        if (number > mostRows + 1) {
            throw FileRefusal.tooLarge("A sheet may have %,d rows.".formatted(mostRows));
        }
    }

    private RuntimeException damaged(String detail) {
        return FileRefusal.unreadable(
                "The sheet %s is damaged at row %d: %s; save it again as .xlsx.".formatted(sheet, number, detail));
    }

    private static String shortened(String given) {
        return given.length() <= 20 ? given : given.substring(0, 20) + "…";
    }
}
