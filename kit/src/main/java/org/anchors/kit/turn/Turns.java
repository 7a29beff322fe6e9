package org.anchors.kit.turn;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.anchors.kit.refusal.Refused;

/** Lets only so much be in hand at once. Whoever comes meanwhile waits for a moment and is then asked to come again. */
public final class Turns {

    private final Semaphore free;
    private final int mostWaiting;
    private final Supplier<Refused> busy;

    /**
     * Turns that are all free.
     *
     * @param all how much may be in hand
     * @param busy what whoever waited in vain is told
     */
    public Turns(int all, Supplier<Refused> busy) {
        this(all, Integer.MAX_VALUE, busy);
    }

    /**
     * The same, of which only some may wait: for those who hold something meanwhile that others need.
     *
     * @param mostWaiting how many wait at once, about; who comes then is told so at once
     */
    public Turns(int all, int mostWaiting, Supplier<Refused> busy) {
        this.free = new Semaphore(all, true);
        this.mostWaiting = mostWaiting;
        this.busy = busy;
    }

    /** Something that is in hand until it is closed; closing it again changes nothing. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a turn, first come, first served; what takes nothing waits for nobody.
     *
     * @param share how much of all it takes
     */
    public Turn take(int share, Duration patience) {
        if (share == 0) {
            return () -> {};
        }
        try {
            if (free.getQueueLength() >= mostWaiting
                    || !free.tryAcquire(share, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy.get();
        }
        var given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                free.release(share);
            }
        };
    }
}
