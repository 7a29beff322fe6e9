package org.anchors.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A process by its id and the instant it started. The id alone does not do: the system gives it to somebody else in time,
 * and we stop only what we started.
 */
public record KnownProcess(long pid, Instant startedAt) {

    private static final String SUFFIX = ".pid";

    /** Start instants are derived from the boot time, which the system itself reports only to the second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static KnownProcess of(ProcessHandle process) {
        return new KnownProcess(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** What a pid file says, if there is one that can be read as one. */
    public static Optional<KnownProcess> read(Path file) {
        try {
            var parts = Files.readString(file).strip().split(" ", 2);
            return Optional.of(
                    new KnownProcess(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    public void write(Path file) {
        PrivateFile.write(file, pid + " " + startedAt.toEpochMilli() + "\n");
    }

    /** The process itself while it lives, and only if it is still the one that was started then. */
    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(KnownProcess::lives).filter(this::isTheSame);
    }

    /** The processes of a directory's pid files that live, by the files' names; none where there is no directory. */
    public static SortedMap<String, ProcessHandle> aliveIn(Path directory) throws IOException {
        var alive = new TreeMap<String, ProcessHandle>();
        try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (var file : files) {
                var name = file.getFileName().toString().replace(SUFFIX, "");
                read(file).flatMap(KnownProcess::alive).ifPresent(process -> alive.put(name, process));
            }
        } catch (NoSuchFileException nothingEverRan) {
            return alive;
        }
        return alive;
    }

    /** Whether a process lives. One that has ended and that its parent has not yet noticed does not. */
    public static boolean lives(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            return false;
        }
    }

    /** Removes a pid file. */
    public static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted", e);
        }
    }

    private boolean isTheSame(ProcessHandle process) {
        var start = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0;
    }
}
