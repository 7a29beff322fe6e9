package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.edge.Bodies;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;

/** Reads reports that come as the filled-in template, by the definitions that they are checked against. */
@ApplicationScoped
class ReportFiles {

    private final Reports reports;
    private final ReportingYears years;
    private final Catalogues catalogues;
    private final StrictJson json;

    ReportFiles(Reports reports, ReportingYears years, Catalogues catalogues, StrictJson json) {
        this.reports = reports;
        this.years = years;
        this.catalogues = catalogues;
        this.json = json;
    }

    /** A first report, under the edition in use for the year that it names. */
    ReportFile first(HttpHeaders headers, InputStream body) throws IOException {
        return read(headers, body, year -> year.flatMap(years::find).map(window -> catalogues.of(window.year())));
    }

    /** A later revision of a report, under the edition that the report was first given under, whatever the file names. */
    ReportFile later(String reference, HttpHeaders headers, InputStream body) throws IOException {
        return read(headers, body, year -> reports.editionOf(reference).map(catalogues::byEdition));
    }

    private ReportFile read(
            HttpHeaders headers, InputStream body, Function<Optional<String>, Optional<Catalogue>> catalogue)
            throws IOException {
        return ReportFile.read(bytes(body), mediaType(headers), catalogue, json);
    }

    private static String mediaType(HttpHeaders headers) {
        return MediaType.valueOf(ReportFile.XLSX).isCompatible(headers.getMediaType())
                ? ReportFile.XLSX
                : ReportFile.CSV;
    }

    private static byte[] bytes(InputStream body) throws IOException {
        var bytes = body.readNBytes(Bodies.LARGEST + 1);
        if (bytes.length > Bodies.LARGEST) {
            throw new Refused(CommonRefusal.BODY_TOO_LARGE, "A file may have %,d bytes.".formatted(Bodies.LARGEST));
        }
        return bytes;
    }
}
