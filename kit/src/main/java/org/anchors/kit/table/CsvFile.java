package org.anchors.kit.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table as CSV that spreadsheets open without questions: UTF-8 with a byte order mark, commas, RFC 4180. */
public final class CsvFile {

    /** Without it a spreadsheet takes the file for something else than UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    public static void write(Sheet sheet, OutputStream out) throws IOException {
        try (var text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            text.write(BYTE_ORDER_MARK);
            var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(sheet.columns());
            sheet.rows().forEach(row -> csv.writeRecord(fields(row)));
            csv.flush();
        }
    }

    private static List<String> fields(List<@Nullable Cell> row) {
        return row.stream().map(CsvFile::field).toList();
    }

    /** A number is no formula, even with a minus; whatever else begins like one is kept from being run. */
    private static String field(@Nullable Cell cell) {
        return switch (cell) {
            case null -> "";
            case Cell.Number number -> number.shown();
            case Cell.Text text -> CellText.written(text.shown());
            case Cell.Percentage percentage -> percentage.shown();
            case Cell.Day day -> day.shown();
            case Cell.Truth truth -> truth.shown();
            case Cell.Formula formula -> CellText.written(formula.shown());
            case Cell.Broken broken -> CellText.written(broken.shown());
        };
    }
}
