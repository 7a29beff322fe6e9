package org.anchors.kit.inbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InHandTest {

    private final InHand inHand = new InHand();
    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());

    @Test
    void endsWhatHasBegunBeforeTheServiceStops() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var effect = Thread.ofVirtual()
                .start(() -> inHand.give(() -> {
                    begun.countDown();
                    hold(mayEnd);
                    happened.add("effect");
                }));
        begun.await();
        var stop = Thread.ofPlatform().start(this::stop);
        await().atMost(Duration.ofSeconds(5)).until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        mayEnd.countDown();
        effect.join();
        stop.join();
        assertEquals(List.of("effect", "stopped"), happened);
    }

    @Test
    void beginsNothingOnceTheServiceStops() {
        stop();
        assertThrows(NotTaken.class, () -> inHand.give(() -> happened.add("effect")));
        assertEquals(List.of("stopped"), happened);
    }

    private void stop() {
        try {
            inHand.stop(new ShutdownEvent());
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        happened.add("stopped");
    }

    private static void hold(CountDownLatch mayEnd) {
        try {
            mayEnd.await();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
