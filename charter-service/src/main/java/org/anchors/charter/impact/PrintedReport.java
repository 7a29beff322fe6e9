package org.anchors.charter.impact;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The page of an impact report as tagged PDF (PDF/UA-1). Date and id come from the report, so the same report gives the same
 * bytes; nothing is fetched from anywhere.
 */
final class PrintedReport {

    private static final float PDF_1_7 = 1.7f;

    static {
        XRLog.setLoggerImpl(new PrinterLog());
    }

    private PrintedReport() {}

    static byte[] of(String page, Instant at) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var svg = new BatikSVGDrawer();
                var renderer = builder(Fonts.printable(page), svg).toStream(out).buildPdfRenderer()) {
            renderer.layout();
            try (var document = renderer.createPDFKeepOpen()) {
                stamp(document, at);
                document.save(out);
            }
        }
        return out.toByteArray();
    }

    private static PdfRendererBuilder builder(String page, BatikSVGDrawer svg) {
        return Fonts.use(new PdfRendererBuilder())
                .usePdfUaAccessibility(true)
                .usePdfVersion(PDF_1_7)
                .useFastMode()
                .withProducer("Anchors")
                .useUnicodeBidiSplitter(RightToLeft::new)
                .useUnicodeBidiReorderer(new RightToLeft.Reorderer())
                .useSVGDrawer(svg)
                .useUriResolver((base, uri) -> null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withHtmlContent(page, null);
    }

    private static void stamp(PDDocument document, Instant at) {
        var date = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        date.setTimeZone(TimeZone.getTimeZone("UTC"));
        document.getDocumentInformation().setCreationDate(date);
        document.getDocumentInformation().setModificationDate(date);
        document.setDocumentId(at.toEpochMilli());
    }
}
