package org.anchors.local.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownProcessTest {

    private static final ProcessHandle SELF = ProcessHandle.current();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void findsTheProcessAgainByItsFile() {
        var file = directory.resolve("self.pid");
        KnownProcess.of(SELF).write(file);

        assertEquals(Optional.of(SELF), KnownProcess.read(file).flatMap(KnownProcess::alive));
    }

    @Test
    void doesNotTakeAnotherProcessForTheOneThatHadItsNumberBefore() {
        var self = KnownProcess.of(SELF);
        var earlier = new KnownProcess(self.pid(), self.startedAt().minus(Duration.ofMinutes(5)));

        assertTrue(earlier.alive().isEmpty());
    }

    @Test
    void doesNotFindAProcessThatHasEnded() throws Exception {
        var process = new ProcessBuilder("true").start();
        var known = KnownProcess.of(process.toHandle());
        process.waitFor();

        assertTrue(known.alive().isEmpty());
    }

    @Test
    void namesThoseOfADirectoryThatLive() throws IOException {
        KnownProcess.of(SELF).write(directory.resolve("gateway-2.pid"));
        new KnownProcess(SELF.pid(), Instant.EPOCH).write(directory.resolve("gateway.pid"));

        assertEquals(Map.of("gateway-2", SELF), KnownProcess.aliveIn(directory));
        assertEquals(Map.of(), KnownProcess.aliveIn(directory.resolve("never-made")));
    }

    @Test
    void readsNothingFromAFileThatIsNotAPidFile() throws IOException {
        var file = Files.writeString(directory.resolve("broken.pid"), "no number");

        assertTrue(KnownProcess.read(file).isEmpty());
        assertTrue(KnownProcess.read(directory.resolve("missing.pid")).isEmpty());
    }
}
