package org.anchors.charter.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;

/**
 * A bulk file as it was received, on disk: a client that sends slowly holds no transaction open, and its digest is known
 * before anything is done with it. Closing it deletes it.
 */
record BulkFile(Path path, Form form, String digest) implements AutoCloseable {

    static final long LARGEST = 64_000_000;

    /** How reports stand in a file. */
    enum Form {
        /** CSV, a row for each value. */
        ROWS,
        /** JSON, a report in each line. */
        LINES
    }

    static BulkFile receive(InputStream body, Form form) throws IOException {
        var path = Files.createTempFile("bulk-reports", null);
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            try (var out = new DigestOutputStream(Files.newOutputStream(path), sha)) {
                var buffer = new byte[1 << 16];
                var received = 0L;
                for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    received += read;
                    if (received > LARGEST) {
                        throw new Refused(
                                CommonRefusal.BODY_TOO_LARGE, "A file may have %,d bytes.".formatted(LARGEST));
                    }
                    out.write(buffer, 0, read);
                }
            }
            return new BulkFile(path, form, HexFormat.of().formatHex(sha.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
