package org.anchors.local.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anchors.local.home.OnDisk;

/**
 * A backup while it is written: one file that only its owner may read, under its own name only once it is whole. Nothing is held
 * in memory.
 */
final class BackupFile implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path target;
    private final Path directory;
    private final Path partial;
    private final ZipOutputStream zip;

    BackupFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        this.directory = this.target.resolve("..").normalize();
        this.partial = Files.createTempFile(
                directory,
                this.target.getFileName().toString(),
                ".partial",
                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        // Also where the process is interrupted: it holds everything.
        partial.toFile().deleteOnExit();
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

    /** Copies a file as long as it is now: what grows while it is read has an end. */
    void file(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var now = Files.size(file);
            zip.putNextEntry(new ZipEntry(name));
            new AtMost(in, now).transferTo(zip);
            zip.closeEntry();
        }
    }

    /** Copies a file of those that a running database deletes at will; what it needs of them stands in its log. */
    void fileIfThere(String name, Path file) throws IOException {
        try {
            file(name, file);
        } catch (NoSuchFileException gone) {
            // Nothing was begun for it.
        }
    }

    /** Gives the backup its name once it is on the disk; without it nothing stays. */
    void finish() throws IOException {
        zip.close();
        OnDisk.force(partial);
        Files.move(partial, target);
        OnDisk.force(directory);
    }

    @Override
    public void close() throws IOException {
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(partial);
        }
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
