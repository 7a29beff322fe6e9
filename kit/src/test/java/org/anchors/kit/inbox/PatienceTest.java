package org.anchors.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(new InHand());
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void triesAgainWhatMayPass() {
        patience.give(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw away();
            }
        });
        assertEquals(3, attempts.get());
    }

    @Test
    void givesUpWhatWillNotPass() {
        assertThrows(
                EffectFailed.class,
                () -> patience.give(() -> {
                    throw new IllegalStateException(new SQLException("refused", "23514"));
                }));
    }

    /** Otherwise an event that only had to wait would become a dead letter. */
    @Test
    void leavesAnEventInKafkaWhoseWaitIsInterruptedByTheEndOfTheService() {
        assertThrows(
                NotTaken.class,
                () -> patience.give(() -> {
                    Thread.currentThread().interrupt();
                    throw away();
                }));
        assertTrue(Thread.interrupted());
    }

    private static RuntimeException away() {
        return new IllegalStateException(new SQLTransientConnectionException("away"));
    }
}
