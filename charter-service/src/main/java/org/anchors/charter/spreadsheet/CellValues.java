package org.anchors.charter.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.CellText;
import org.anchors.kit.table.WorkbookText;
import org.jspecify.annotations.Nullable;

/** What the cells of a workbook mean. */
final class CellValues {

    /** A spreadsheet computes with 15 digits; what it stores behind them is noise. */
    private static final MathContext SPREADSHEET_PRECISION = new MathContext(15);
    /** Beyond these a spreadsheet cannot write a number; arithmetic on it could take for ever. */
    private static final int LONGEST_NUMBER = 400;

    /** More than a cell of any spreadsheet holds, coded or not. */
    private static final int LONGEST_TEXT = 10 * CellText.LONGEST;

    private static final int LONGEST_SHOWN = 255;

    private static final LocalDate DAY_NOUGHT = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_NOUGHT_OF_1904 = LocalDate.of(1904, 1, 1);
    /** Spreadsheets hold 1900 for a leap year; days before its end are one further on. */
    private static final int LAST_DAY_BEFORE_NO_LEAP_DAY = 59;

    private static final int DAY_OF_YEAR_10000 = 2_958_466;

    private final SharedTexts texts;
    private final CellFormats formats;
    private final boolean from1904;

    /**
     * @param from1904 whether days are counted from 1904 on
     */
    CellValues(SharedTexts texts, CellFormats formats, boolean from1904) {
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
    }

    /**
     * A cell as the file has it.
     *
     * @param type what form its value has
     * @param style number of its format
     * @param inline a text that stands in the cell itself
     */
    record Written(
            @Nullable String type,
            @Nullable String style,
            @Nullable String formula,
            @Nullable String value,
            @Nullable String inline) {}

    /** What the cell means; null when it is empty. */
    @Nullable
    Cell of(Written cell) throws IOException {
        if (cell.formula() != null) {
            return new Cell.Formula(shortened(cell.formula()));
        }
        var type = cell.type() == null ? "n" : cell.type();
        var value = type.equals("inlineStr") ? cell.inline() : cell.value();
        if (value == null || value.isEmpty()) {
            return null;
        }
        return switch (type) {
            case "n" -> number(value, cell.style());
            case "s" -> shared(value);
            case "str", "inlineStr" -> text(value);
            case "b" -> truth(value);
            case "d" -> day(value);
            default -> broken(value);
        };
    }

    private @Nullable Cell shared(String number) {
        var found = texts.find(number.strip());
        return found.isEmpty() ? broken("text " + number) : text(found.get());
    }

    private static @Nullable Cell text(String value) {
        if (value.length() > LONGEST_TEXT) {
            return broken(value);
        }
        var text = CellText.read(WorkbookText.decoded(value));
        return text.isBlank() ? null : new Cell.Text(text);
    }

    private static Cell broken(String value) {
        return new Cell.Broken(shortened(value));
    }

    /** What is not used but only shown need not be shown in full length. */
    private static String shortened(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }

    private static Cell truth(String value) {
        return switch (value.strip()) {
            case "1", "true" -> new Cell.Truth(true);
            case "0", "false" -> new Cell.Truth(false);
            default -> broken(value);
        };
    }

    private static Cell day(String value) {
        try {
            return new Cell.Day(LocalDate.parse(value.strip().split("T", 2)[0]));
        } catch (DateTimeException noDay) {
            return broken(value);
        }
    }

    private Cell number(String value, @Nullable String style) throws IOException {
        var exact = exact(value.strip());
        if (exact == null) {
            return broken(value);
        }
        var number = plain(exact.round(SPREADSHEET_PRECISION));
        return switch (formats.of(style)) {
            case NUMBER -> new Cell.Number(number);
            case PERCENTAGE -> new Cell.Percentage(number);
            case DAY -> day(number, value);
        };
    }

    private static @Nullable BigDecimal exact(String value) {
        if (value.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            var exact = new BigDecimal(value);
            return Math.abs((long) exact.scale()) > LONGEST_NUMBER ? null : exact;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Cell day(BigDecimal number, String value) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(DAY_OF_YEAR_10000)) >= 0) {
            return broken(value);
        }
        var days = number.intValue();
        if (from1904) {
            return new Cell.Day(DAY_NOUGHT_OF_1904.plusDays(days));
        }
        return new Cell.Day(DAY_NOUGHT.plusDays(days <= LAST_DAY_BEFORE_NO_LEAP_DAY ? days + 1 : days));
    }
}
