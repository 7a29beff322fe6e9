package org.anchors.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jboss.logging.Logger;

/**
 * Lets effects that have begun end before the service closes its database, and begins no other: an event that comes too late
 * for that stays in Kafka, and is taken by another replica or after the restart.
 */
@ApplicationScoped
class InHand {

    private static final Logger LOG = Logger.getLogger(InHand.class);
    private static final Duration LONGEST_EFFECT = Duration.ofSeconds(8);

    private final ReadWriteLock effects = new ReentrantReadWriteLock();
    private volatile boolean stopping;

    /** Gives an event its effect; refuses to begin once the service stops. */
    void give(Runnable effect) {
        if (stopping || !effects.readLock().tryLock()) {
            throw NotTaken.forTheServiceStops();
        }
        try {
            effect.run();
        } finally {
            effects.readLock().unlock();
        }
    }

    void requireRunning() {
        if (stopping) {
            throw NotTaken.forTheServiceStops();
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        if (!effects.writeLock().tryLock(LONGEST_EFFECT.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("An effect did not end within %s; its event is taken again after the restart", LONGEST_EFFECT);
        }
    }
}
