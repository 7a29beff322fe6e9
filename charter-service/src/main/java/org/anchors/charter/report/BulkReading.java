package org.anchors.charter.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.table.FileRefusal;
import org.anchors.kit.table.Row;

/** Reads bulk files report by report, within the present transaction. */
@ApplicationScoped
class BulkReading {

    private final BulkRows rows;
    private final StrictJson strict;

    BulkReading(BulkRows rows, StrictJson strict) {
        this.rows = rows;
        this.strict = strict;
    }

    /** Hands every report of a file to a load. */
    void read(BulkFile file, YearCheck check, BulkLoad load) {
        try (var body = file.read()) {
            switch (file.form()) {
                case LINES -> new BulkLines(strict, load::report, load::refuse).read(body);
                case ROWS ->
                    rows.read(
                            body,
                            (organisation, theirs) -> load.report(report(organisation, theirs, check)),
                            load::fault);
            }
        } catch (CharacterCodingException otherEncoding) {
            throw new Refused(FileRefusal.UNREADABLE_FILE, "Save it as UTF-8: its characters are coded otherwise.");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private BulkReport report(String organisation, List<Row> rows, YearCheck check) {
        var fixed = JsonNodeFactory.instance.objectNode();
        fixed.put("organisation", organisation).put("year", check.year().toString());
        return new BulkReport(
                file(organisation, rows, check, fixed),
                rows.getFirst().place(),
                rows.stream().mapToInt(BulkRows::size).sum());
    }

    private ReportFile file(String organisation, List<Row> rows, YearCheck check, ObjectNode fixed) {
        try {
            return ReportFile.of(rows, check.catalogue()::find, fixed, strict);
        } catch (Refused refused) {
            throw refused.refusal() == CommonRefusal.BODY_TOO_LARGE
                    ? BulkRows.tooMuch(organisation, rows.getFirst())
                    : refused;
        }
    }
}
