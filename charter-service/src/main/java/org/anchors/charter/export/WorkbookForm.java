package org.anchors.charter.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.anchors.charter.consolidated.Format;
import org.anchors.charter.consolidated.ReportForm;
import org.anchors.charter.consolidated.Shown;
import org.anchors.kit.table.WorkbookFile;

/** The tables of the report as an XLSX workbook. */
@ApplicationScoped
class WorkbookForm implements ReportForm {

    private final PartnerNames names;

    WorkbookForm(PartnerNames names) {
        this.names = names;
    }

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public String title(Shown shown) {
        return "consolidated";
    }

    @Override
    public byte[] write(Shown shown) throws IOException {
        var report = shown.report();
        var out = new ByteArrayOutputStream();
        WorkbookFile.write(new ReportSheets(shown, names.of(report)).all(), report.asKnownOn(), out);
        return out.toByteArray();
    }
}
