package org.anchors.charter.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.anchors.charter.consolidated.Format;
import org.anchors.charter.consolidated.ReportForm;
import org.anchors.charter.consolidated.Shown;
import org.anchors.kit.table.CsvFile;

/** One table of the report as CSV. */
@ApplicationScoped
class CsvForm implements ReportForm {

    private final PartnerNames names;

    CsvForm(PartnerNames names) {
        this.names = names;
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public String title(Shown shown) {
        return "consolidated-" + shown.part().code();
    }

    @Override
    public byte[] write(Shown shown) throws IOException {
        var out = new ByteArrayOutputStream();
        CsvFile.write(new ReportSheets(shown, names.of(shown.report())).sheet(shown.part()), out);
        return out.toByteArray();
    }
}
