package org.anchors.kit.bulk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;

/**
 * A body as it was received, on disk: a client that sends slowly holds no transaction open, and the body's digest is known
 * before anything is done with it. The file has no name any more from the moment in which it is opened, so that nothing of it
 * can be left behind, whatever happens to the service. Closing it gives its space back.
 */
public final class ReceivedFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /** Less than a container is given for its temporary files (docker-compose.yml, k8s/base/program). */
    private static final Shelf SHELF = new Shelf(192L << 20);

    private final FileChannel content;
    private final Shelf.Place place;
    private final String digest;

    private ReceivedFile(FileChannel content, Shelf.Place place, String digest) {
        this.content = content;
        this.place = place;
        this.digest = digest;
    }

    /**
     * Receives a body to its end. Where as much lies on disk as there is room for, it is refused as
     * {@link CommonRefusal#NO_ROOM}.
     *
     * @param digest is fed the body
     * @param largest how many bytes it may have; one that has more is refused
     * @param name how the file's name begins
     */
    public static ReceivedFile receive(InputStream body, RunningDigest digest, long largest, String name)
            throws IOException {
        return receive(body, digest, largest, name, SHELF);
    }

    static ReceivedFile receive(InputStream body, RunningDigest digest, long largest, String name, Shelf shelf)
            throws IOException {
        var path = Files.createTempFile(name, null);
        var content = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        var place = shelf.place();
        try {
            copy(body, content, place, digest, largest);
            return new ReceivedFile(content, place, digest.end());
        } catch (IOException | RuntimeException failure) {
            place.close();
            content.close();
            throw failure;
        }
    }

    private static void copy(
            InputStream body, FileChannel content, Shelf.Place place, RunningDigest digest, long largest)
            throws IOException {
        var buffer = new byte[BUFFER];
        var received = 0L;
        for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            received += read;
            if (received > largest) {
                throw new Refused(CommonRefusal.BODY_TOO_LARGE, "A file may have %,d bytes.".formatted(largest));
            }
            place.grow(read);
            digest.update(buffer, read);
            write(content, ByteBuffer.wrap(buffer, 0, read));
        }
    }

    private static void write(FileChannel content, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            content.write(bytes);
        }
    }

    /** The body's digest, in hexadecimal. */
    public String digest() {
        return digest;
    }

    /** How many bytes it has. */
    public long size() throws IOException {
        return content.size();
    }

    /** Reads it from its beginning; closing the stream does not close the file. */
    public InputStream read() throws IOException {
        content.position(0);
        return new FilterInputStream(Channels.newInputStream(content)) {
            @Override
            public void close() {}
        };
    }

    @Override
    public void close() throws IOException {
        place.close();
        content.close();
    }
}
