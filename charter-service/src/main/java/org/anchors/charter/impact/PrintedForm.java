package org.anchors.charter.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.anchors.charter.consolidated.Format;
import org.anchors.charter.consolidated.ReportForm;
import org.anchors.charter.consolidated.Shown;

/** The annual impact report as a tagged PDF. */
@ApplicationScoped
class PrintedForm implements ReportForm {

    private final ImpactReports reports;
    private final PrintingPress press;

    PrintedForm(ImpactReports reports, PrintingPress press) {
        this.reports = reports;
        this.press = press;
    }

    @Override
    public Format format() {
        return Format.PDF;
    }

    @Override
    public String title(Shown shown) {
        return "impact-report";
    }

    @Override
    public byte[] write(Shown shown) throws IOException {
        return press.print(ReportPage.of(reports.of(shown)), shown.report().asKnownOn());
    }
}
