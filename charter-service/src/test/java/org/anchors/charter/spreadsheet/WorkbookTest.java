package org.anchors.charter.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.FileRefusal;
import org.anchors.kit.table.Row;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertEquals(FileRefusal.UNREADABLE_FILE, refusalOf(Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void fetchesNoEntityThatAWorkbookNames() throws IOException {
        var sheet = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + RawBook.sheet("<row r='2'><c r='A2' t='inlineStr'><is><t>&e;</t></is></c></row>");
        assertEquals(FileRefusal.UNREADABLE_FILE, refusalOf(RawBook.of(Map.of("Values", sheet))));
    }

    /** A column costs memory only when something stands in it, however far out a cell says that it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {"ZZZ2", "ZZZZ2", "ZZZZZZ2", "zzzzzz2", "CW2", "FXSHRXX2", "ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ2"})
    void refusesACellFarToTheRight(String place) throws IOException {
        var cell = "<row r='2'><c r='%s'><v>1</v></c></row>".formatted(place);
        assertEquals(
                "A sheet may have 100 columns.", refusal(RawBook.withRows(cell)).detail());
        var empty = "<row r='2'><c r='A2'><v>1</v></c><c r='%s' s='1'/></row>".formatted(place);
        assertEquals(1, RawBook.read(RawBook.withRows(empty)).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='-1'><c><v>1</v></c></row>",
                "<row r='0'><c><v>1</v></c></row>",
                "<row r='1'><c><v>1</v></c></row>",
                "<row r='99999999999'><c><v>1</v></c></row>",
                "<row r='2'><c r='A-2'><v>1</v></c></row>",
                "<row r='2'><c r='A99999999999'><v>1</v></c></row>",
                "<row r='2'><c r='A3'><v>1</v></c></row>",
                "<row r='2'><c r='2'><v>1</v></c></row>",
                "<row r='2'><c r=''><v>1</v></c></row>",
                "<row r='2'><c r='A2'><v>1</v></c><c r='A2'><v>2</v></c></row>",
                "<row r='3'/><row r='2'/>"
            })
    void refusesPlacesThatCannotBe(String rows) throws IOException {
        var refused = refusal(RawBook.withRows(rows));
        assertEquals(FileRefusal.UNREADABLE_FILE, refused.refusal());
        assertTrue(refused.detail().startsWith("The sheet Values is damaged at row "), refused::detail);
    }

    @Test
    void whatAFileSaysOfItsOwnSizeIsNotAsked() throws IOException {
        var sheet = RawBook.sheet("<row r='2' spans='1:2147483647'><c r='A2' t='s'><v>0</v></c></row>")
                .replace("<sheetData>", """
                        <dimension ref="A1:ZZZZZZ99999999"/><cols><col min="1" max="2147483647" width="9"/></cols><sheetData>""")
                .replace("</sheetData>", """
                        </sheetData><mergeCells count="2147483647"><mergeCell ref="A1:ZZZZZZ99999999"/></mergeCells>""");
        var book = RawBook.of(Map.of("Values", sheet))
                .with(
                        "xl/sharedStrings.xml",
                        "<sst count='2147483647' uniqueCount='2147483647'><si><t>x</t></si></sst>")
                .with(
                        "xl/styles.xml",
                        "<styleSheet><numFmts count='2147483647'/><cellXfs count='2147483647'/></styleSheet>");
        assertEquals("x", RawBook.read(book.bytes()).getFirst().shown("a"));
    }

    @Test
    void refusesElementsWithinElementsWithoutEnd() throws IOException {
        assertEquals(FileRefusal.UNREADABLE_FILE, refusalOf(RawBook.withRows("<a>".repeat(100_000))));
    }

    @Test
    void aNumberMayNotKeepTheServiceBusy() throws IOException {
        var row = RawBook.second(
                "<c><v>%s</v></c><c><v>1e999999999</v></c><c><v>NaN</v></c>".formatted("9".repeat(1_000_000)));
        assertInstanceOf(Cell.Broken.class, row.cell("a").orElseThrow());
        assertInstanceOf(Cell.Broken.class, row.cell("b").orElseThrow());
        assertInstanceOf(Cell.Broken.class, row.cell("c").orElseThrow());
    }

    @Test
    void aFormatMayNotKeepTheServiceBusy() throws IOException {
        var formats = "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='%s'/></numFmts>"
                + "<cellXfs><xf numFmtId='200'/></cellXfs></styleSheet>";
        var book = RawBook.of(Map.of("Values", RawBook.sheet("")))
                .with("xl/styles.xml", formats.formatted("[".repeat(10_000_000)));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertEquals(FileRefusal.UNREADABLE_FILE, refusalOf(book)));
    }

    @Test
    void aTextThatNoCellCouldHoldIsBrokenAndShownInShort() throws IOException {
        var row = RawBook.second("<c t='str'><v>%s</v></c>".formatted("x".repeat(1_000_000)));
        assertInstanceOf(Cell.Broken.class, row.cell("a").orElseThrow());
        assertEquals("x".repeat(255) + "…", row.shown("a"));
    }

    @Test
    void aCellWithoutAPlaceStandsBesideTheOneBefore() throws IOException {
        var row = RawBook.second("<c><v>1</v></c><c r='C2'><v>3</v></c><c><v>4</v></c>");
        assertEquals(List.of("1", "3", "4"), List.of(row.shown("a"), row.shown("c"), row.shown("d")));
    }

    @Test
    void textsMayStandInTheirCells() throws IOException {
        var row = RawBook.second("""
                <c t="str"><v>plain</v></c>
                <c t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>
                <c t="str"><f>A1</f><v>computed</v></c>""");
        assertEquals(new Cell.Text("plain"), row.cell("a").orElseThrow());
        assertEquals(new Cell.Text("two runs"), row.cell("b").orElseThrow());
        assertEquals(new Cell.Formula("A1"), row.cell("c").orElseThrow());
    }

    @Test
    void daysMayBeWrittenOut() throws IOException {
        var row = RawBook.second("<c t='d'><v>2025-06-26T00:00:00</v></c><c t='d'><v>soon</v></c>");
        assertEquals(new Cell.Day(LocalDate.of(2025, 6, 26)), row.cell("a").orElseThrow());
        assertEquals(new Cell.Broken("soon"), row.cell("b").orElseThrow());
    }

    @Test
    void whatCannotBeReadIsBrokenAtItsPlaceAndNotBlank() throws IOException {
        var row = RawBook.second("""
                <c t="s"><v>7</v></c><c t="s"><v>-1</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>2</v></c>
                <c t="new"><v>x</v></c><c><v>12a</v></c>""");
        for (var column : List.of("a", "b", "c", "d", "e", "f")) {
            assertInstanceOf(Cell.Broken.class, row.cell(column).orElseThrow(), column);
        }
    }

    @Test
    void namesTheSheetsThatItDoesNotKnow() throws IOException {
        var empty = RawBook.sheet("<row r='1'><c r='A1' s='1'/></row>").replace(RawBook.HEAD, "");
        var book = RawBook.of(Map.of("Notes", RawBook.sheet(""), "Sheet2", empty, "Choices", RawBook.sheet("")));
        var read = Workbook.read(book.bytes(), Set.of("Values"), Set.of("Choices"), MOST_ROWS);
        assertEquals(Map.of(), read.tables());
        assertEquals(List.of("Notes"), read.others());
    }

    private static Row row(Filling filling) throws IOException {
        return RawBook.read(book(filling)).getFirst();
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
        return RawBook.zip(parts);
    }

    private static Object refusalOf(byte[] file) {
        return refusal(file).refusal();
    }

    private static Object refusalOf(RawBook book) throws IOException {
        return refusalOf(book.bytes());
    }

    private static Refused refusal(byte[] file) {
        return assertThrows(Refused.class, () -> Workbook.read(file, Set.of("Values"), Set.of(), MOST_ROWS));
    }
}
