package org.anchors.charter.report;

import java.io.IOException;
import java.io.InputStream;
import org.anchors.kit.bulk.ReceivedFile;
import org.anchors.kit.bulk.RunningDigest;

/** A bulk file as it was received. */
record BulkFile(ReceivedFile received, Form form) implements AutoCloseable {

    private static final long LARGEST = 64_000_000;

    /** How reports stand in a file. */
    enum Form {
        /** CSV, a row for each value. */
        ROWS,
        /** JSON, a report in each line. */
        LINES
    }

    static BulkFile receive(InputStream body, Form form) throws IOException {
        return new BulkFile(ReceivedFile.receive(body, RunningDigest.sha256(), LARGEST, "bulk-reports"), form);
    }

    String digest() {
        return received.digest();
    }

    InputStream read() throws IOException {
        return received.read();
    }

    @Override
    public void close() throws IOException {
        received.close();
    }
}
