package org.anchors.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void usesTheRecordingOfARunThatEndedInGoodOrder() throws IOException {
        var cache = AotCache.in(directory, "charter-service", "on");
        record(cache);
        cache.ended(true);

        assertTrue(cache.flags().getFirst().startsWith("-XX:AOTCache="));
    }

    @Test
    void forgetsTheRecordingOfARunThatWasKilledAndRecordsNoFurtherOne() throws IOException {
        var cache = AotCache.in(directory, "charter-service", "on");
        record(cache);
        cache.ended(false);

        assertEquals(List.of(), cache.flags());
    }

    @Test
    void throwsAwayACacheWithWhichTheProgramDidNotStart() throws IOException {
        var cache = AotCache.in(directory, "charter-service", "on");
        record(cache);
        cache.ended(true);
        cache.flags();

        assertTrue(cache.discard());
        assertFalse(cache.discard());
        assertTrue(cache.flags().getFirst().startsWith("-XX:AOTCacheOutput="));
    }

    @Test
    void takesTheProgramForEndedOnlyOnceTheJvmWritesWhatItRecorded() throws IOException {
        var cache = AotCache.in(directory, "charter-service", "on");
        var draft = Path.of(cache.flags().getFirst().replace("-XX:AOTCacheOutput=", "") + ".config");
        Files.createFile(draft);
        assertFalse(cache.isWriting());

        Files.writeString(draft, "recorded");

        assertTrue(cache.isWriting());
    }

    @Test
    void recordsNothingUnlessAsked() {
        assertEquals(List.of(), AotCache.in(directory, "charter-service", "use").flags());
        assertEquals(List.of(), AotCache.in(directory, "charter-service", "off").flags());
    }

    /** Does what the JVM does when a recording run ends. */
    private static void record(AotCache cache) throws IOException {
        var output = cache.flags().getFirst().replace("-XX:AOTCacheOutput=", "");
        Files.writeString(Path.of(output), "recorded");
    }
}
