package org.anchors.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What the platform does, line by line, for whoever looks on: the script prints the file as it grows. A line that starts
 * with {@code @} is for the script alone.
 */
public final class Progress {

    private final Path file;
    private final boolean stamped;

    private Progress(Path file, boolean stamped) {
        this.file = file;
        this.stamped = stamped;
    }

    /** Progress for the file, and with the time before each line for the supervisor's log. */
    public static Progress logged(Path file) {
        return new Progress(file, true);
    }

    /** Progress for the file and for whoever looks at the standard output. */
    public static Progress shown(Path file) {
        return new Progress(file, false);
    }

    public void clear() {
        PrivateFile.write(file, "");
    }

    /** A step that is done, with the time it took. */
    public void done(String part, String what, Duration took) {
        line(String.format(Locale.ROOT, "  %-22s %6.1f s  %s", part, took.toMillis() / 1000.0, what));
    }

    /** Something worth knowing that has no time of its own. */
    public void note(String part, String what) {
        line(String.format(Locale.ROOT, "  %-22s           %s", part, what));
    }

    /** A line for the script: {@code ready} or {@code failed}. */
    public void signal(String state) {
        line("@" + state);
    }

    public synchronized void line(String text) {
        System.out.println(stamped ? Instant.now() + " " + text.strip() : text);
        try {
            Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
