package org.anchors.local.child;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** A child's log: it grows over restarts, and the one before is kept when it has become large. */
public record LogFile(Path path) {

    private static final long LARGE = 10_000_000;
    private static final int TAIL_BYTES = 65_536;
    private static final int LONGEST = 240;
    private static final String START = "---- started at ";

    private void rotateWhenLarge() {
        try {
            if (Files.exists(path) && Files.size(path) > LARGE) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes room and marks where a new run of the program begins. */
    void begin(Instant at) {
        rotateWhenLarge();
        try {
            Files.writeString(path, START + at + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    /** The last lines of the newest run, shortened for a message; empty when there is no log. */
    public List<String> tail(int lines) {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            var bytes = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.stream()
                    .skip(Math.max(beginOfNewestRun(all), all.size() - lines))
                    .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static int beginOfNewestRun(List<String> lines) {
        var begin = lines.size();
        while (begin > 0 && !lines.get(begin - 1).startsWith(START)) {
            begin--;
        }
        return begin;
    }
}
