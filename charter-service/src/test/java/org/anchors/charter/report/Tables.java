package org.anchors.charter.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Files as whoever fills them in sees them: rows of cells, the first of which names the columns. */
final class Tables {

    private Tables() {}

    static String cell(List<List<String>> rows, String code, String column) {
        var head = rows.getFirst();
        return rows.stream()
                .filter(row -> row.get(head.indexOf("code")).equals(code))
                .findFirst()
                .orElseThrow()
                .get(head.indexOf(column));
    }

    static String cell(List<List<String>> rows, String code, String group, String column) {
        var head = rows.getFirst();
        return rows.stream()
                .filter(row -> row.get(head.indexOf("code")).equals(code)
                        && row.get(head.indexOf("group")).equals(group))
                .findFirst()
                .orElseThrow()
                .get(head.indexOf(column));
    }

    static List<List<String>> csv(String text) {
        try (var reader = CsvReader.builder()
                .detectBomHeader(true)
                .ofCsvRecord(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] written(List<List<String>> rows, char separator) {
        var text = new StringWriter();
        var csv = CsvWriter.builder().bufferSize(0).fieldSeparator(separator).build(text);
        rows.forEach(csv::writeRecord);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, List<List<String>>> sheets(byte[] file) throws IOException {
        var sheets = new HashMap<String, List<List<String>>>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : book.getSheets().toList()) {
                var rows = new ArrayList<List<String>>();
                var width = 0;
                for (var row : sheet.read()) {
                    width = Math.max(width, row.getCellCount());
                    var cells = new ArrayList<String>();
                    for (var column = 0; column < width; column++) {
                        cells.add(row.getOptionalCell(column)
                                .map(cell -> cell.getText())
                                .orElse(""));
                    }
                    rows.add(cells);
                }
                sheets.put(sheet.getName(), rows);
            }
        }
        return sheets;
    }

    static byte[] workbook(Map<String, List<List<String>>> sheets) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Test", "1.0")) {
            for (var filled : sheets.entrySet()) {
                var sheet = book.newWorksheet(filled.getKey());
                for (var row = 0; row < filled.getValue().size(); row++) {
                    var cells = filled.getValue().get(row);
                    for (var column = 0; column < cells.size(); column++) {
                        var cell = cells.get(column);
                        if (cell.matches("[0-9]+")) {
                            sheet.value(row, column, Long.parseLong(cell));
                        } else if (!cell.isEmpty()) {
                            sheet.value(row, column, cell);
                        }
                    }
                }
            }
        }
        return out.toByteArray();
    }
}
