package org.anchors.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, replaced as a whole: no reader sees half of one, and no power cut leaves half of one. */
public final class PrivateFile {

    private PrivateFile() {}

    /** Returns when the file is on the disk under its name. */
    public static void write(Path file, String text) {
        var directory = file.toAbsolutePath().resolve("..").normalize();
        try {
            Files.createDirectories(directory);
            var next = Files.createTempFile(
                    directory,
                    file.getFileName().toString(),
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(next, text.getBytes(StandardCharsets.UTF_8));
            OnDisk.force(next);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            OnDisk.force(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
