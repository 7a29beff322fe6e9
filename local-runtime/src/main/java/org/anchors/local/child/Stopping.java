package org.anchors.local.child;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.anchors.local.home.KnownProcess;

/** Stops a process in good order, and by force when it does not obey. */
public final class Stopping {

    private static final Duration FORCED = Duration.ofSeconds(10);

    private Stopping() {}

    /** Returns once the process is gone; answers whether it went by itself when asked. */
    public static boolean stop(ProcessHandle process, String signal, Duration grace) {
        return stop(process, signal, grace, () -> false);
    }

    /** The same, but waits no longer than until the process has done enough. */
    static boolean stop(ProcessHandle process, String signal, Duration grace, BooleanSupplier enough) {
        ask(process, signal);
        if (endsWithin(process, grace, enough)) {
            return true;
        }
        kill(process);
        return false;
    }

    /** Ends a process at once, and those it has started. */
    static void kill(ProcessHandle process) {
        var below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
        endsWithin(process, FORCED, () -> false);
    }

    private static void ask(ProcessHandle process, String signal) {
        if ("TERM".equals(signal)) {
            process.destroy();
            return;
        }
        try {
            var kill = "kill -" + signal + " " + process.pid();
            new ProcessBuilder("sh", "-c", kill)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks often: the platform's own way to wait for a process that is nobody's child looks only every few seconds. */
    private static boolean endsWithin(ProcessHandle process, Duration time, BooleanSupplier enough) {
        var deadline = Instant.now().plus(time);
        while (KnownProcess.lives(process) && Instant.now().isBefore(deadline) && !enough.getAsBoolean()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return !KnownProcess.lives(process);
    }
}
