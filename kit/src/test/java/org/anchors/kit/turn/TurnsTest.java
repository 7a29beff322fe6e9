package org.anchors.kit.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration NONE = Duration.ZERO;

    private final Turns turns = new Turns(3, () -> new Refused(CommonRefusal.BODY_TOO_LARGE, "Not now."));

    @Test
    void refusesWhatIsTooMuchAtOnce() {
        turns.take(2, NONE);
        assertEquals(
                "Not now.",
                assertThrows(Refused.class, () -> turns.take(2, NONE)).getMessage());
        turns.take(1, NONE);
    }

    @Test
    void endsATurnOnlyOnce() {
        var first = turns.take(3, NONE);
        first.close();
        turns.take(3, NONE);
        first.close();
        assertThrows(Refused.class, () -> turns.take(1, NONE));
    }

    @Test
    void letsWhatTakesNothingPastWhoeverWaits() throws InterruptedException {
        var first = turns.take(3, NONE);
        var waiting = Thread.ofVirtual()
                .start(() -> turns.take(1, Duration.ofMinutes(1)).close());
        Awaitility.await("somebody who waits").until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        turns.take(0, NONE).close();

        first.close();
        waiting.join();
        turns.take(3, NONE);
    }

    @Test
    void refusesAtOnceWhereAsManyWaitAsMay() throws InterruptedException {
        var few = new Turns(1, 1, () -> new Refused(CommonRefusal.BODY_TOO_LARGE, "Not now."));
        var first = few.take(1, NONE);
        var waiting = Thread.ofVirtual()
                .start(() -> few.take(1, Duration.ofMinutes(1)).close());
        Awaitility.await("somebody who waits").until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        assertThrows(Refused.class, () -> few.take(1, Duration.ofDays(1)));

        first.close();
        waiting.join();
        few.take(1, NONE);
    }
}
