package org.anchors.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {

    @TempDir
    Path directory;

    private Path target;

    @BeforeEach
    void name() {
        target = directory.resolve("a.backup");
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        try (var backup = new BackupFile(target)) {
            assertEquals(List.of("rw-------"), permissions(), "also while it is written");
            backup.finish();
        }
        assertEquals(List.of("rw-------"), permissions());
    }

    @Test
    void leavesNothingWhereItWasNotFinished() throws IOException {
        try (var backup = new BackupFile(target)) {
            backup.directory("data");
        }
        assertEquals(List.of(), permissions());
    }

    @Test
    void neverReplacesAnother() throws IOException {
        try (var backup = new BackupFile(target)) {
            Files.writeString(target, "another, made meanwhile");
            assertThrows(FileAlreadyExistsException.class, backup::finish);
        }
        assertEquals("another, made meanwhile", Files.readString(target));
    }

    @Test
    void missesNothingButWhatADatabaseDeletesAtWill() throws IOException {
        try (var backup = new BackupFile(target)) {
            backup.fileIfThere("data/gone", directory.resolve("gone"));
            assertThrows(NoSuchFileException.class, () -> backup.file("data/gone", directory.resolve("gone")));
        }
    }

    private List<String> permissions() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(BackupFileTest::permissions).toList();
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
