package org.anchors.socialvalue.evaluation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.anchors.kit.refusal.Refused;

/**
 * Lets so much of large bodies be in hand at once, for what is made of one takes several times its size. Whoever comes meanwhile waits for a
 * moment and is then asked to come again; small bodies go past.
 */
final class Turns {

    private static final int MEGABYTE = 1_000_000;

    private final int all;
    private final Duration patience;
    private final Semaphore free;

    Turns(int megabytes, Duration patience) {
        this.all = megabytes;
        this.patience = patience;
        this.free = new Semaphore(megabytes, true);
    }

    /** Something to be ended. */
    @FunctionalInterface
    interface Turn {
        void end();
    }

    /**
     * Waits for the turn of a body.
     *
     * @param bytes how long it is; negative where that is not known
     */
    Turn take(int bytes) {
        var share = bytes < 0 ? all : Math.min(bytes / MEGABYTE, all);
        try {
            if (!free.tryAcquire(share, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        return () -> free.release(share);
    }

    private static Refused busy() {
        return new Refused(
                EvaluationRefusal.EVALUATIONS_BUSY,
                "Large evaluations are made one after the other; ask again in a moment.");
    }
}
