package org.anchors.charter.consolidated;

import java.io.IOException;
import java.util.Map;

/** Writes a finished consolidated report in one format. The same report gives the same bytes. */
public interface ReportForm {

    Format format();

    byte[] write(Shown shown) throws IOException;

    /** What a file of this form is called, without the year. */
    String title(Shown shown);

    /** Headers that only this form needs. */
    default Map<String, String> headers() {
        return Map.of();
    }
}
