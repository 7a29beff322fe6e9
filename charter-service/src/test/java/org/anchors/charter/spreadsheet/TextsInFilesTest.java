package org.anchors.charter.spreadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.CellText;
import org.anchors.kit.table.CsvText;
import org.anchors.kit.table.Row;
import org.anchors.kit.table.WorkbookText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** reporting.md, Consolidating: cells that a spreadsheet would run as a formula are neutralised. */
class TextsInFilesTest {

    private static final String ALPHABET = "=+-@\t\r\n'\"; ,|!aZ9_x000D_\u0001\u00A0\uFF1Dé€漢\uFFFD";
    private static final int TEXTS = 2_000;
    private static final long SEED = 20_250_626;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+44 1245",
                "-5",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "'=1",
                "''=1",
                "＝1",
                "=cmd|' /C calc'!A0"
            })
    void noCellBeginsAsAFormulaAndEachComesBack(String text) {
        var cell = CellText.written(text);
        assertEquals('\'', cell.charAt(0));
        assertEquals(text, CellText.read(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "'quoted'", "it's", "5-4", "'", "''"})
    void anOrdinaryTextStaysAsItIs(String text) {
        assertEquals(text, CellText.written(text));
        assertEquals(text, CellText.read(text));
    }

    @Test
    void anyTextSurvivesCsv() {
        var texts = texts();
        var written = new StringWriter();
        var csv = CsvWriter.builder().bufferSize(0).build(written);
        csv.writeRecord("n", "text");
        for (var text : texts) {
            csv.writeRecord("n", CellText.written(text));
        }
        var table = CsvText.read(written.toString().getBytes(StandardCharsets.UTF_8), TEXTS);
        assertEquals(texts, table.rows().stream().map(row -> text(row)).toList());
    }

    @Test
    void anyTextSurvivesAWorkbook() throws IOException {
        var texts = texts();
        var written = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(written, "Test", "1.0")) {
            var sheet = book.newWorksheet("Texts");
            sheet.value(0, 0, "n");
            sheet.value(0, 1, "text");
            for (var row = 0; row < texts.size(); row++) {
                sheet.value(row + 1, 0, "n");
                sheet.value(row + 1, 1, WorkbookText.coded(CellText.written(texts.get(row))));
            }
        }
        var table = Objects.requireNonNull(Workbook.read(written.toByteArray(), Set.of("Texts"), Set.of(), TEXTS)
                .tables()
                .get("Texts"));
        assertEquals(texts, table.rows().stream().map(row -> text(row)).toList());
    }

    private static String text(Row row) {
        return row.cell("text").map(Cell::shown).orElse("");
    }

    /** Texts of the characters that matter; none is blank, as a blank cell is an empty one. */
    private static List<String> texts() {
        var random = new Random(SEED);
        var letters = ALPHABET.codePoints().toArray();
        var texts = new ArrayList<String>();
        while (texts.size() < TEXTS) {
            var text = new StringBuilder();
            for (var length = 1 + random.nextInt(6); length > 0; length--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            if (!text.toString().isBlank()) {
                texts.add(text.toString());
            }
        }
        assertFalse(texts.isEmpty());
        return texts;
    }
}
