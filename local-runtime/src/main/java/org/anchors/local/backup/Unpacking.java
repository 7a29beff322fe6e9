package org.anchors.local.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.anchors.local.home.OnDisk;

/** Reads a backup as a whole, and each of its files against the checksum that was written with it. */
record Unpacking(Path file, Path into) {

    void run() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new ZipException("a file in it would lie outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    unpack(zip, entry, target);
                }
            }
        }
        forceNames();
    }

    /** Of all that was unpacked; their contents are on the disk by now. */
    private void forceNames() throws IOException {
        try (var paths = Files.walk(into)) {
            for (var directory : paths.filter(Files::isDirectory).toList()) {
                OnDisk.force(directory);
            }
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var sum = new CRC32();
        try (var in = new CheckedInputStream(zip.getInputStream(entry), sum);
                var out = ownersOnly(target)) {
            in.transferTo(out);
        }
        OnDisk.force(target);
        if (sum.getValue() != entry.getCrc()) {
            throw new ZipException(entry.getName() + " is not what was written");
        }
    }

    private static OutputStream ownersOnly(Path target) throws IOException {
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.newOutputStream(target);
    }
}
