package org.anchors.charter.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.anchors.charter.consolidated.Format;
import org.anchors.charter.consolidated.ReportForm;
import org.anchors.charter.consolidated.Shown;

/** The annual impact report as a page. */
@ApplicationScoped
class PageForm implements ReportForm {

    private final ImpactReports reports;

    PageForm(ImpactReports reports) {
        this.reports = reports;
    }

    @Override
    public Format format() {
        return Format.HTML;
    }

    @Override
    public String title(Shown shown) {
        return "impact-report";
    }

    @Override
    public byte[] write(Shown shown) {
        return ReportPage.of(reports.of(shown)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Content-Security-Policy", StyleSheet.CONTENT_POLICY);
    }
}
