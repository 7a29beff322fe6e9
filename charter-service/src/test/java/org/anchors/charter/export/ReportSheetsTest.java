package org.anchors.charter.export;

import static org.anchors.charter.consolidated.ConsolidatedExamples.KNOWN_ON;
import static org.anchors.charter.consolidated.ConsolidatedExamples.keptBack;
import static org.anchors.charter.consolidated.ConsolidatedExamples.report;
import static org.anchors.charter.consolidated.ConsolidatedExamples.seenThroughHes;
import static org.anchors.charter.consolidated.ConsolidatedExamples.shown;
import static org.anchors.charter.consolidated.ConsolidatedExamples.sum;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.anchors.charter.consolidated.ConsolidatedReport;
import org.anchors.charter.consolidated.Part;
import org.anchors.charter.spreadsheet.Workbook;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.CsvFile;
import org.anchors.kit.table.CsvText;
import org.anchors.kit.table.Table;
import org.anchors.kit.table.WorkbookFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** reporting.md, Output: the consolidated report as CSV and XLSX. */
class ReportSheetsTest {

    private static final Map<String, String> NAMES = Map.of("fire", "County fire service", "police", "=Police");

    @Test
    void aFigureIsARowWithAllOfItsParts() throws IOException {
        var row = csv(report(), Part.FIGURES).rows().getFirst();
        assertEquals("EMP-03", row.shown("id"));
        assertEquals("RATIO_OF_SUMS", row.shown("aggregation"));
        assertEquals("9100", row.shown("numerator"));
        assertEquals("31000", row.shown("denominator"));
        assertEquals("29.35", row.shown("value"));
        assertEquals("14", row.shown("organisations"));
        assertEquals("22", row.shown("of organisations"));
        assertEquals("0.81", row.shown("share of headcount"));
        assertEquals("30.55", row.shown("year before"));
        assertEquals("-1.20", row.shown("change like for like"));
        assertEquals("percentage-points", row.shown("unit of change"));
        assertEquals("12", row.shown("organisations in both years"));
        assertEquals("21.5", row.shown("figure of those"));
        assertTrue(String.valueOf(row.shown("provenance")).contains("/figures/EMP-03/provenance?asKnownOn="));
    }

    @Test
    void whatThePolicyKeepsBackIsAStar() throws IOException {
        var row = csv(report(List.of(keptBack("EMP-11"))), Part.FIGURES).rows().getFirst();
        assertEquals("*", row.shown("value"));
        assertEquals("*", row.shown("change like for like"));
        assertEquals("*", row.shown("figure of those"));
        assertEquals("7", row.shown("organisations"));
        assertEquals("", String.valueOf(row.shown("numerator")).replace("null", ""));
    }

    @Test
    void boundsMediansAndWhatIsNotPooledHaveColumns() throws IOException {
        var rows = csv(report(), Part.FIGURES).rows();
        assertEquals("2", rows.get(3).shown("at least"));
        assertEquals("10", rows.get(3).shown("at most"));
        assertEquals("2", rows.get(4).shown("median from"));
        assertEquals("southend: measured in another way", rows.get(4).shown("not part of it"));
        assertEquals("Groups overlap: do not add them up.", rows.get(1).shown("caveat"));
        assertEquals(
                List.of("1", "2"),
                csv(report(), Part.ANSWERS).rows().stream()
                        .map(row -> row.shown("answer"))
                        .toList());
    }

    @Test
    void completenessNamesWhoIsMissing() throws IOException {
        var rows = csv(report(), Part.COMPLETENESS).rows();
        assertEquals("22", rows.getFirst().shown("organisations"));
        assertEquals("fire", rows.get(rows.size() - 2).shown("key"));
        assertEquals("County fire service", rows.get(rows.size() - 2).shown("name"));
    }

    @Test
    void aWorkbookHoldsAllTablesWithNumbersAsNumbers() throws IOException {
        var tables = Workbook.read(
                        xlsx(report()),
                        Set.of(
                                "About",
                                "Figures",
                                "Answers",
                                "Completeness",
                                "Commitments",
                                "Social value",
                                "Employment"),
                        Set.of(),
                        500)
                .tables();
        assertEquals(7, tables.size());
        var about = table(xlsx(report()), "About");
        var figures = table(xlsx(report()), "Figures").rows();
        assertEquals(
                new Cell.Number(new BigDecimal("29.35")),
                figures.getFirst().cells().get("value"));
        assertEquals(
                new Cell.Number(new BigDecimal("-18250")),
                figures.get(2).cells().get("value"));
        assertEquals(
                new Cell.Truth(true),
                table(xlsx(report()), "Commitments").rows().getFirst().cells().get("promises to report"));
        assertEquals("2025-11-01T09:00:00Z", about(about, "as known on"));
        assertEquals("NONE", about(about, "disclosure policy"));
        assertEquals("mseft-2024-25, revision 2", about(about, "up to report"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx", "\uFF1Dx", "'=x"})
    void textThatASpreadsheetWouldRunIsKeptFromIt(String name) throws IOException {
        var hostile = report(List.of(sum("EMP-01", name, "employment", name, -5)));
        assertTrue(text(hostile, Part.FIGURES).contains("'" + name));
        assertEquals(
                new Cell.Text(name),
                csv(hostile, Part.FIGURES).rows().getFirst().cells().get("name"));
        var cells = table(xlsx(hostile), "Figures").rows().getFirst().cells();
        assertEquals(new Cell.Text(name), cells.get("name"));
        assertEquals(new Cell.Text(name), cells.get("group"));
        assertEquals(new Cell.Number(new BigDecimal(-5)), cells.get("value"));
    }

    @Test
    void theSameReportGivesTheSameBytesAndNamesItsInstant() throws IOException {
        assertArrayEquals(xlsx(report()), xlsx(report()));
        assertEquals(KNOWN_ON, created(xlsx(report())));
    }

    @Test
    void whatOtherServicesTellHasTablesOfItsOwn() throws IOException {
        var value = csv(report(), Part.SOCIAL_VALUE).rows();
        assertEquals("3", value.getFirst().shown("contracts"));
        assertEquals("200000.50", value.get(1).shown("committed"));
        assertEquals("=2025", value.get(2).shown("catalogue"));
        var employment = csv(report(), Part.EMPLOYMENT).rows();
        assertEquals("LOWER_BOUND", employment.getFirst().shown("quality"));
        assertEquals(
                List.of("107", "40", "33"),
                employment.stream()
                        .filter(row -> "academy".equals(row.shown("programme")) && row.shown("value") != null)
                        .map(row -> row.shown("value"))
                        .toList());
        assertTrue(employment.stream()
                .anyMatch(row -> "all programmes".equals(row.shown("count of")) && "33".equals(row.shown("value"))));
    }

    @Test
    void whatAPolicyKeepsBackHasAMarkInEveryTable() throws IOException {
        var row = csv(seenThroughHes(), Part.FIGURES).rows().getFirst();
        assertEquals("*", row.shown("value"));
        assertEquals("*", row.shown("numerator"));
        assertEquals("*", row.shown("year before"));
        assertEquals(null, row.shown("provenance"));
        assertEquals("*", csv(seenThroughHes(), Part.ANSWERS).rows().getFirst().shown("answer"));
        assertTrue(csv(seenThroughHes(), Part.EMPLOYMENT).rows().stream()
                .anyMatch(one -> "other".equals(one.shown("programme")) && "*".equals(one.shown("value"))));
        assertEquals("HES/1", about(table(xlsx(seenThroughHes()), "About"), "disclosure policy"));
    }

    private static Instant created(byte[] book) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().equals("docProps/core.xml")) {
                    var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    return Instant.parse(text.replaceAll(".*W3CDTF\">|</dcterms.*", ""));
                }
            }
        }
        throw new AssertionError("It does not say when it was made");
    }

    private static Table table(byte[] book, String sheet) {
        return Objects.requireNonNull(
                Workbook.read(book, Set.of(sheet), Set.of(), 500).tables().get(sheet));
    }

    private static String about(Table table, String about) {
        return table.rows().stream()
                .filter(row -> about.equals(row.shown("about")))
                .map(row -> String.valueOf(row.shown("name")))
                .findFirst()
                .orElseThrow();
    }

    private static String text(ConsolidatedReport report, Part part) throws IOException {
        var out = new ByteArrayOutputStream();
        CsvFile.write(new ReportSheets(shown(report, part), NAMES).sheet(part), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Table csv(ConsolidatedReport report, Part part) throws IOException {
        return CsvText.read(text(report, part).getBytes(StandardCharsets.UTF_8), 500);
    }

    private static byte[] xlsx(ConsolidatedReport report) throws IOException {
        var out = new ByteArrayOutputStream();
        WorkbookFile.write(new ReportSheets(shown(report, Part.FIGURES), NAMES).all(), report.asKnownOn(), out);
        return out.toByteArray();
    }
}
