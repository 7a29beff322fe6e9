package org.anchors.charter.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anchors.kit.refusal.Refused;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** What a workbook may hold, and what of it is believed. */
class WorkbookTest {

    private static final int MOST_ROWS = 20;

    /** Fills in a sheet. */
    private interface Filling {
        void fill(Worksheet sheet);
    }

    @Test
    void tellsNumbersPercentagesDaysAndTruthsApart() throws IOException {
        var row = row(sheet -> {
            sheet.value(1, 0, new BigDecimal("0.1"));
            sheet.value(1, 1, 0.29);
            sheet.style(1, 1).format("0%").set();
            sheet.value(1, 2, LocalDate.of(2025, 6, 26));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(1, 3, true);
            sheet.value(1, 4, 0.1 + 0.2);
            sheet.value(1, 5, 1234.5);
            sheet.style(1, 5).format("#,##0.00 \"days\"").set();
        });
        assertEquals(new Cell.Number(new BigDecimal("0.1")), row.cell("a").orElseThrow());
        assertEquals("29%", row.shown("b"));
        assertTrue(row.cell("b").orElseThrow() instanceof Cell.Percentage);
        assertEquals(new Cell.Day(LocalDate.of(2025, 6, 26)), row.cell("c").orElseThrow());
        assertEquals(new Cell.Truth(true), row.cell("d").orElseThrow());
        assertEquals(new Cell.Number(new BigDecimal("0.3")), row.cell("e").orElseThrow());
        assertEquals(new Cell.Number(new BigDecimal("1234.5")), row.cell("f").orElseThrow());
    }

    @Test
    void doesNotBelieveAFormula() throws IOException {
        var row = row(sheet -> sheet.formula(1, 3, "'[other.xlsx]Sheet1'!A1"));
        assertEquals(new Cell.Formula("'[other.xlsx]Sheet1'!A1"), row.cell("d").orElseThrow());
        assertEquals("Values!D2, column d", row.place("d"));
        assertEquals("Values!row 2", row.place());
    }

    @Test
    void refusesWhatUnpacksToMore() throws IOException {
        var bomb = zip(Map.of("xl/worksheets/sheet1.xml", "0".repeat(21_000_000)));
        assertTrue(bomb.length < 100_000);
        assertEquals(FileRefusal.FILE_TOO_LARGE, refusalOf(bomb));
    }

    @Test
    void refusesMoreRowsAndMoreColumns() throws IOException {
        assertEquals(FileRefusal.FILE_TOO_LARGE, refusalOf(book(sheet -> sheet.value(1_048_575, 0, "x"))));
        assertEquals(FileRefusal.FILE_TOO_LARGE, refusalOf(book(sheet -> sheet.value(1, 16_383, "x"))));
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        assertEquals(FileRefusal.UNREADABLE_FILE, refusalOf("code,value".getBytes(StandardCharsets.UTF_8)));
        assertEquals(FileRefusal.UNREADABLE_FILE, refusalOf(new byte[0]));
        assertEquals(FileRefusal.UNREADABLE_FILE, refusalOf(zip(Map.of("hello.txt", "hello"))));
        var whole = book(sheet -> sheet.value(1, 0, "x"));
        assertEquals(FileRefusal.UNREADABLE_FILE, refusalOf(java.util.Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void fetchesNoEntityThatAWorkbookNames() throws IOException {
        var sheet = """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>
                """;
        var book = zip(Map.of(
                "xl/worksheets/sheet1.xml", sheet,
                "[Content_Types].xml", """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
                        """,
                "xl/workbook.xml", """
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                        <sheets><sheet name="Values" sheetId="1" r:id="rId1"/></sheets></workbook>
                        """,
                "xl/_rels/workbook.xml.rels", """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>
                        """));
        try {
            var table = Objects.requireNonNull(
                    Workbook.read(book, Set.of("Values"), MOST_ROWS).get("Values"));
            assertTrue(table.rows().stream().allMatch(row -> row.isBlank("a")), table.toString());
        } catch (Refused refused) {
            assertEquals(FileRefusal.UNREADABLE_FILE, refused.refusal());
        }
    }

    private static Row row(Filling filling) throws IOException {
        var table = Workbook.read(book(filling), Set.of("Values"), MOST_ROWS).get("Values");
        return Objects.requireNonNull(table).rows().getFirst();
    }

    private static byte[] book(Filling filling) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "Test", "1.0")) {
            var sheet = book.newWorksheet("Values");
            for (var column = 0; column < 6; column++) {
                sheet.value(0, column, String.valueOf((char) ('a' + column)));
            }
            filling.fill(sheet);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static Object refusalOf(byte[] file) {
        return assertThrows(Refused.class, () -> Workbook.read(file, Set.of("Values"), MOST_ROWS))
                .refusal();
    }
}
