package org.anchors.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The JVM's ahead-of-time cache of one program. It lies beside the very jars it was recorded from, so another build never
 * meets it, and the JVM checks it again. The first run records; the cache is written when that run ends in good order.
 * A run that uses a cache and dies at its start throws the cache away.
 */
public final class AotCache {

    private final Path cache;
    private final Path recording;
    private final boolean wanted;
    private boolean record;
    private boolean recordingNow;
    private boolean inUse;

    private AotCache(Path directory, String program, String mode) {
        var version = Runtime.version().toString().replaceAll("[^A-Za-z0-9.]", "-");
        this.cache = directory.resolve(program + "-" + version + ".aot");
        this.recording =
                directory.resolve(program + "-" + ProcessHandle.current().pid() + ".recording");
        this.wanted = !"off".equals(mode);
        this.record = "on".equals(mode);
    }

    /**
     * The cache in that directory.
     *
     * @param mode {@code on}: use and record; {@code use}: only use one that is there; {@code off}: neither
     */
    public static AotCache in(Path directory, String program, String mode) {
        return new AotCache(directory, program, mode);
    }

    /** What to put on the command line of the next run. */
    public List<String> flags() {
        deleteAbandonedRecordings();
        inUse = wanted && Files.exists(cache);
        recordingNow = !inUse && record;
        if (inUse) {
            return List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=auto", "-Xlog:aot=off", "-Xlog:cds=off");
        }
        return recordingNow ? List.of("-XX:AOTCacheOutput=" + recording, "-Xlog:aot=off", "-Xlog:cds=off") : List.of();
    }

    public boolean isRecording() {
        return recordingNow;
    }

    /** Whether the program itself has ended and its JVM only works on what it recorded. */
    public boolean isWriting() {
        // The file is there from the start; the JVM fills it when the program has ended.
        return recordingNow && draft().toFile().length() > 0;
    }

    /** The run is over: keep what it recorded if it ended in good order. One that did not is not recorded again. */
    public void ended(boolean inGoodOrder) {
        record = record && (inGoodOrder || !recordingNow);
        try {
            if (recordingNow && inGoodOrder && Files.exists(recording)) {
                Files.move(recording, cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(recording);
            Files.deleteIfExists(draft());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the JVM writes first, when the program has ended. */
    private Path draft() {
        return recording.resolveSibling(recording.getFileName() + ".config");
    }

    /** Recordings of platforms whose supervisor was killed: nobody will ever put them in their place. */
    private void deleteAbandonedRecordings() {
        var directory = cache.toAbsolutePath().getParent();
        try (var files = Files.newDirectoryStream(directory, "*.recording*")) {
            for (var file : files) {
                var pid = String.valueOf(file.getFileName()).replaceAll(".*-(\\d+)\\.recording.*", "$1");
                if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new UncheckedIOException(new IOException("Old recordings in " + directory + " cannot be deleted", e));
        }
    }

    /** Throws a cache away that was in use; answers whether there was one. */
    public boolean discard() {
        if (!inUse) {
            return false;
        }
        inUse = false;
        try {
            return Files.deleteIfExists(cache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
