package org.anchors.employment.milestone;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.anchors.employment.privacy.Keyed;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;

/**
 * Milestones as they were received, on disk: a client that sends slowly holds no transaction open. The file has no name any more
 * from the moment in which it is opened, so that nothing of it can be left behind, whatever happens to the service.
 */
record MilestoneFile(FileChannel content, String digest) implements AutoCloseable {

    static final long LARGEST = 64_000_000;

    static MilestoneFile receive(InputStream body, Keyed.Running digest) throws IOException {
        var path = Files.createTempFile("milestones", null);
        var content = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            var buffer = new byte[1 << 16];
            var received = 0L;
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                received += read;
                if (received > LARGEST) {
                    throw new Refused(CommonRefusal.BODY_TOO_LARGE, "A file may have %,d bytes.".formatted(LARGEST));
                }
                digest.update(buffer, read);
                write(content, ByteBuffer.wrap(buffer, 0, read));
            }
            return new MilestoneFile(content, digest.end());
        } catch (IOException | RuntimeException failure) {
            content.close();
            throw failure;
        }
    }

    private static void write(FileChannel content, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            content.write(bytes);
        }
    }

    /** Reads it from its beginning; closing the stream does not close the file. */
    InputStream read() throws IOException {
        content.position(0);
        return new FilterInputStream(Channels.newInputStream(content)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return in.read(buffer, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
