package org.anchors.charter.impact;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.turn.Turns;

/**
 * Prints one report at a time, as printing takes a lot of memory and a processor of its own. Whoever comes meanwhile waits for
 * a moment and is then asked to come again.
 */
@ApplicationScoped
class PrintingPress {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Turns turns = new Turns(1, PrintingPress::busy);
    private final ExecutorService printing = Executors.newSingleThreadExecutor(PrintingPress::thread);

    byte[] print(String page, Instant at) throws IOException {
        return inTurn(PATIENCE, () -> PrintedReport.of(page, at));
    }

    /** Something that is done by one at a time. */
    interface Work {
        byte[] done() throws IOException;
    }

    byte[] inTurn(Duration patience, Work work) throws IOException {
        try (var _ = turns.take(1, patience)) {
            return printing.submit(work::done).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException failure) {
            throw new IOException("The report could not be printed", failure.getCause());
        }
    }

    private static Refused busy() {
        return new Refused(PrintingRefusal.PRINTING_BUSY, "Another report is being printed; ask again in a moment.");
    }

    /** A thread of the system's: a virtual one would keep others from running while it calculates. */
    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "printing");
        thread.setDaemon(true);
        thread.setContextClassLoader(PrintingPress.class.getClassLoader());
        return thread;
    }

    @PreDestroy
    void close() {
        printing.shutdownNow();
    }
}
