package org.anchors.charter.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.CsvFile;
import org.anchors.kit.table.Sheet;
import org.jspecify.annotations.Nullable;

/** Writes a template as CSV: one table, whose first column says what kind of row it is. */
final class TemplateCsv {

    private TemplateCsv() {}

    static void write(Template template, OutputStream out) throws IOException {
        var rows = Stream.concat(template.report().stream(), template.values().stream())
                .map(TemplateCsv::row)
                .toList();
        CsvFile.write(new Sheet("template", ReportColumns.OF_ALL, rows), out);
    }

    private static List<@Nullable Cell> row(Template.Line line) {
        var cells = new HashMap<>(line.cells());
        cells.put(ReportColumns.KIND, line.kind());
        return ReportColumns.OF_ALL.stream()
                .<@Nullable Cell>map(column -> cell(cells.get(column)))
                .toList();
    }

    private static @Nullable Cell cell(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case BigDecimal number -> new Cell.Number(number);
            case Object text -> new Cell.Text(text.toString());
        };
    }
}
