package org.anchors.local.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup while it is written: one file that only its owner may read, under its own name only once it is whole. Nothing is held
 * in memory.
 */
final class BackupFile implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path target;
    private final Path partial;
    private final ZipOutputStream zip;

    BackupFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        this.partial = Files.createTempFile(
                this.target.getParent(),
                this.target.getFileName().toString(),
                ".partial",
                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        this.zip = new ZipOutputStream(Files.newOutputStream(partial));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    void directory(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name + "/"));
        zip.closeEntry();
    }

    void bytes(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Copies a file as long as it is now: what grows while it is read has an end. One that has gone is left out. */
    void file(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var now = Files.size(file);
            zip.putNextEntry(new ZipEntry(name));
            new AtMost(in, now).transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException gone) {
            // A running database deletes files of its own; what it needs of them stands in its log.
        }
    }

    /** Gives the backup its name; without it nothing stays. */
    void finish() throws IOException {
        zip.close();
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(partial);
    }

    /** The beginning of a stream. */
    private static final class AtMost extends FilterInputStream {

        private long left;

        AtMost(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            var read = left == 0 ? -1 : in.read(buffer, from, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
