package org.anchors.kit.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anchors.kit.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as spreadsheets write it. */
class CsvTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,value\r\nEMP-01,5\r\n",
                "\uFEFFcode,value\nEMP-01,5",
                "Code ; VALUE\nEMP-01;5\n",
                "sep=;\ncode;value\n\"EMP-01\";5\n",
                "code\tvalue\n\n\nEMP-01\t5\n,\n"
            })
    void readsCommasSemicolonsTabsAndAByteOrderMark(String text) {
        var table = read(text);
        assertEquals("EMP-01", table.rows().getFirst().shown("code"));
        assertEquals("5", table.rows().getFirst().shown("value"));
    }

    @Test
    void countsRowsAsASpreadsheetDoes() {
        var rows = read("code,value\n\n\"two\nlines\",1\nlast,2\n").rows();
        assertEquals("row 3, column value", rows.get(0).place("value"));
        assertEquals("row 4", rows.get(1).place());
    }

    @Test
    void refusesWhatItCannotRead() {
        assertEquals(FileRefusal.UNREADABLE_FILE, refusalOf("code,value\n\"open,1".getBytes(StandardCharsets.UTF_8)));
        assertEquals(FileRefusal.UNREADABLE_FILE, refusalOf("code\ncafé".getBytes(Charset.forName("windows-1252"))));
        assertEquals(FileRefusal.FILE_TOO_LARGE, refusalOf("a\n".repeat(30).getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                FileRefusal.UNREADABLE_FILE,
                refusalOf(("code\n" + "x".repeat(300_000)).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsTheRowThatIsNotWellFormedInItsOwnWords() {
        var row = "a,1\n";
        for (var bad : List.of("\"open,1\n", "\"closed\"x,1\n", "x".repeat(300_000))) {
            var file = ("code,value\n" + row.repeat(3) + bad + row).getBytes(StandardCharsets.UTF_8);
            var refused = assertThrows(Refused.class, () -> CsvText.read(file, 20));
            assertEquals(
                    "Row 5 cannot be read: a quotation mark opens and does not close, something stands behind a closing one,"
                            + " or the row has more than 262,144 characters.",
                    refused.detail());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n", "\r\n\r\n", ",,\n"})
    void saysThatAFileIsEmpty(String file) {
        var refused = assertThrows(Refused.class, () -> read(file));
        assertEquals("The file is empty.", refused.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16"})
    void refusesOtherEncodingsWhileItReadsRowByRow(String encoding) {
        for (var file : List.of("caf\u00E9,value\nx,1\n", "code,value\n" + "x,1\n".repeat(9) + "caf\u00E9,1\n")) {
            var strict = new InputStreamReader(
                    new ByteArrayInputStream(file.getBytes(Charset.forName(encoding))),
                    StandardCharsets.UTF_8.newDecoder());
            var refused =
                    assertThrows(Refused.class, () -> CsvText.rows(strict, 20).forEachRemaining(row -> {}));
            assertEquals("Save it as CSV UTF-8: its characters are coded otherwise.", refused.detail());
        }
    }

    private static Table read(String text) {
        return CsvText.read(text.getBytes(StandardCharsets.UTF_8), 20);
    }

    private static Object refusalOf(byte[] file) {
        return assertThrows(Refused.class, () -> CsvText.read(file, 20)).refusal();
    }
}
