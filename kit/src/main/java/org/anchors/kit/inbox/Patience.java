package org.anchors.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.anchors.kit.platform.Failures;
import org.jboss.logging.Logger;

/**
 * Tries the effect of an event until it has it. A failure that may pass (the database is away, two transactions collided) is waited
 * out, as long as the service runs; any other is thrown, and the message becomes a dead letter.
 */
@ApplicationScoped
class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final InHand inHand;

    Patience(InHand inHand) {
        this.inHand = inHand;
    }

    void give(Runnable effect) {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                inHand.give(effect);
                return;
            } catch (NotTaken notTaken) {
                throw notTaken;
            } catch (RuntimeException failure) {
                inHand.requireRunning();
                requireThatItMayPass(failure);
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private static void requireThatItMayPass(RuntimeException failure) {
        if (!Failures.mayPass(failure)) {
            LOG.errorf("An event becomes a dead letter: %s", Failures.described(failure));
            throw new EffectFailed(Failures.inShort(failure));
        }
        LOG.warnf("An event waits, its effect will be tried again: %s", Failures.inShort(failure));
    }

    /** Whoever interrupts it ends the service: nothing is wrong with the event. */
    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw NotTaken.forTheServiceStops();
        }
    }
}
