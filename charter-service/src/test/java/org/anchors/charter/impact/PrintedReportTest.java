package org.anchors.charter.impact;

import static org.anchors.charter.consolidated.ConsolidatedExamples.KNOWN_ON;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The annual impact report as tagged PDF, checked by veraPDF. */
class PrintedReportTest {

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static List<ImpactReport> reports() {
        return List.of(
                ImpactExamples.small(),
                ImpactExamples.hostile(),
                ImpactExamples.full(),
                ImpactExamples.of(List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void conformsToPdfUa1(ImpactReport report) throws IOException, VeraPDFException {
        assertEquals(List.of(), faults(printed(ReportPage.of(report))));
    }

    static Stream<String> pagesWithoutSomething() {
        var page = ReportPage.of(ImpactExamples.small());
        return Stream.of(page.replaceFirst("<title>[^<]*</title>", ""), page.replaceAll(" alt=\"[^\"]*\"", ""));
    }

    @ParameterizedTest
    @MethodSource("pagesWithoutSomething")
    void theCheckFindsWhatIsMissing(String page) throws IOException, VeraPDFException {
        assertFalse(faults(printed(page)).isEmpty());
    }

    @Test
    void theCheckFindsAMissingLanguage() throws IOException, VeraPDFException {
        var out = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(printed(ReportPage.of(ImpactExamples.small())))) {
            assertEquals("en-GB", document.getDocumentCatalog().getLanguage());
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.LANG);
            document.save(out);
        }
        assertFalse(faults(out.toByteArray()).isEmpty());
    }

    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        var page = ReportPage.of(ImpactExamples.small());
        assertArrayEquals(printed(page), printed(page));
    }

    @Test
    void whatTheFontLacksIsSeenToBeMissing() throws IOException {
        var text = text(printed(ReportPage.of(ImpactExamples.hostile())));
        assertTrue(text.contains("Emoji \u25A1, \u25A1\u25A1, \u25A1"), text);
    }

    @Test
    void hebrewRunsFromRightToLeft() {
        var split = new RightToLeft();
        var paragraph = "\u05D0\u05D1 (12) ab";
        assertEquals(1, split.getBaseDirection(paragraph));
        split.setParagraph(paragraph, (byte) 1);
        assertTrue(split.countTextRuns() >= 3);
        assertEquals("(\u05D1\u05B0\u05D0)", new RightToLeft.Reorderer().reorderRTLTextToLTR("(\u05D0\u05D1\u05B0)"));
    }

    private static byte[] printed(String page) throws IOException {
        return PrintedReport.of(page, KNOWN_ON);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> faults(byte[] pdf) throws IOException, VeraPDFException {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
