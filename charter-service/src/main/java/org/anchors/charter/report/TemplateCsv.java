package org.anchors.charter.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.stream.Stream;
import org.anchors.charter.spreadsheet.CellText;
import org.jspecify.annotations.Nullable;

/** Writes a template as CSV: one table, whose first column says what kind of row it is. */
final class TemplateCsv {

    /** Without it a spreadsheet takes the file for something else than UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TemplateCsv() {}

    static void write(Template template, OutputStream out) throws IOException {
        try (var text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            text.write(BYTE_ORDER_MARK);
            var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(ReportColumns.OF_ALL);
            Stream.concat(template.report().stream(), template.values().stream())
                    .forEach(line -> write(line, csv));
            csv.flush();
        }
    }

    private static void write(Template.Line line, CsvWriter csv) {
        var cells = new HashMap<>(line.cells());
        cells.put(ReportColumns.KIND, line.kind());
        csv.writeRecord(ReportColumns.OF_ALL.stream()
                .map(column -> field(cells.get(column)))
                .toList());
    }

    /** A number is no formula, even with a minus. */
    private static String field(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> CellText.written(cell.toString());
        };
    }
}
