package org.anchors.charter.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anchors.kit.table.Row;

/** A workbook written part by part, so that it may hold what no spreadsheet writes. */
public record RawBook(Map<String, String> parts) {

    static final String HEAD = row("a", "b", "c", "d", "e", "f");

    /** Sheets by name. */
    public static RawBook of(Map<String, String> sheets) {
        var parts = new LinkedHashMap<String, String>();
        var names = new StringBuilder();
        var relations = new StringBuilder(relation("shared", "sharedStrings", "sharedStrings.xml"))
                .append(relation("styles", "styles", "/xl/styles.xml"));
        sheets.forEach((name, sheet) -> {
            var part = "worksheets/sheet%d.xml".formatted(parts.size() + 1);
            names.append("<sheet name='%s' sheetId='1' r:id='%s'/>".formatted(name, part));
            relations.append(relation(part, "worksheet", part));
            parts.put("xl/" + part, sheet);
        });
        parts.put("xl/workbook.xml", "<workbook xmlns:r='urn:r'><sheets>" + names + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        parts.put("xl/sharedStrings.xml", "<sst/>");
        parts.put("xl/styles.xml", "<styleSheet/>");
        return new RawBook(parts);
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id='%s' Type='http://schemas.openxmlformats.org/x/%s' Target='%s'/>"
                .formatted(id, kind, target);
    }

    RawBook with(String part, String content) {
        var changed = new LinkedHashMap<>(parts);
        changed.put(part, content);
        return new RawBook(changed);
    }

    /** A workbook whose sheet Values has these rows behind its head. */
    static byte[] withRows(String rows) throws IOException {
        return of(Map.of("Values", sheet(rows))).bytes();
    }

    static Row second(String cells) throws IOException {
        return read(withRows("<row r='2'>" + cells + "</row>")).getFirst();
    }

    static List<Row> read(byte[] book) {
        return Objects.requireNonNull(Workbook.read(book, Set.of("Values"), Set.of(), 20)
                        .tables()
                        .get("Values"))
                .rows();
    }

    static String sheet(String rows) {
        return sheetOf(HEAD + rows);
    }

    public static String sheetOf(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /** A row of texts, each beside the one before. */
    public static String row(String... texts) {
        return Arrays.stream(texts)
                .map("<c t='inlineStr'><is><t>%s</t></is></c>"::formatted)
                .collect(Collectors.joining("", "<row>", "</row>"));
    }

    public byte[] bytes() throws IOException {
        return zip(parts);
    }

    static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
