package org.anchors.kit.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes tables as an XLSX workbook, one to a sheet. Its date is given, so the same tables give the same bytes. */
public final class WorkbookFile {

    private static final String HEAD = "D9E2F3";
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "(?<=<dcterms:created xsi:type=\"dcterms:W3CDTF\">)[^<]*";
    /** The first moment that a ZIP file knows, written without a time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int NARROW = 16;
    private static final Map<String, Integer> WIDTHS =
            Map.of("name", 48, "caveat", 48, "answers", 40, "provenance", 60);

    private WorkbookFile() {}

    public static void write(List<Sheet> sheets, Instant created, OutputStream out) throws IOException {
        var written = new ByteArrayOutputStream();
        try (var book = new Workbook(written, "Anchors", "1.0")) {
            sheets.forEach(sheet -> write(sheet, book.newWorksheet(sheet.name())));
            book.finish();
        }
        dated(written.toByteArray(), created, out);
    }

    private static void write(Sheet sheet, Worksheet to) {
        for (var column = 0; column < sheet.columns().size(); column++) {
            to.value(0, column, sheet.columns().get(column));
            to.width(column, WIDTHS.getOrDefault(sheet.columns().get(column), NARROW));
        }
        to.range(0, 0, 0, sheet.columns().size() - 1)
                .style()
                .bold()
                .fillColor(HEAD)
                .wrapText(true)
                .set();
        to.freezePane(1, 1);
        for (var row = 0; row < sheet.rows().size(); row++) {
            for (var column = 0; column < sheet.columns().size(); column++) {
                put(to, row + 1, column, sheet.rows().get(row).get(column));
            }
        }
    }

    private static void put(Worksheet to, int row, int column, @Nullable Cell cell) {
        switch (cell) {
            case null -> {}
            case Cell.Number(var number) -> to.value(row, column, number);
            case Cell.Truth(var truth) -> to.value(row, column, truth);
            case Cell.Text(var text) -> text(to, row, column, text);
            case Cell.Percentage percentage -> text(to, row, column, percentage.shown());
            case Cell.Day day -> text(to, row, column, day.shown());
            case Cell.Formula formula -> text(to, row, column, formula.shown());
            case Cell.Broken broken -> text(to, row, column, broken.shown());
        }
    }

    private static void text(Worksheet to, int row, int column, String text) {
        to.value(row, column, WorkbookText.coded(CellText.written(text)));
    }

    /** The library notes when it was called; nothing else in the file depends on that. */
    private static void dated(byte[] book, Instant created, OutputStream out) throws IOException {
        try (var from = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(book))
                        .get();
                var to = new ZipOutputStream(out)) {
            for (var part : Collections.list(from.getEntries())) {
                var entry = new ZipEntry(part.getName());
                entry.setTimeLocal(NO_TIME);
                to.putNextEntry(entry);
                var content = from.getInputStream(part).readAllBytes();
                to.write(part.getName().equals(PROPERTIES) ? dated(content, created) : content);
                to.closeEntry();
            }
        }
    }

    private static byte[] dated(byte[] properties, Instant created) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceFirst(CREATED, created.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
