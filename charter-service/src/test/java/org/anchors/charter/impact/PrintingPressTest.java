package org.anchors.charter.impact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.anchors.kit.refusal.Refused;
import org.junit.jupiter.api.Test;

/** One report at a time. */
class PrintingPressTest {

    private static final byte[] DONE = {1};

    private final PrintingPress press = new PrintingPress();

    @Test
    void whoComesWhileAnotherIsPrintedIsAskedToComeAgain() throws Exception {
        var begun = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var others = Executors.newSingleThreadExecutor()) {
            var first = others.submit(() -> press.inTurn(Duration.ZERO, () -> {
                begun.countDown();
                await(finish);
                return DONE;
            }));
            begun.await();
            var refused = assertThrows(Refused.class, () -> press.inTurn(Duration.ofMillis(10), () -> DONE));
            assertEquals(PrintingRefusal.PRINTING_BUSY, refused.refusal());
            finish.countDown();
            assertArrayEquals(DONE, first.get());
        }
    }

    @Test
    void theNextIsPrintedAfterOneThatFailed() throws IOException {
        assertThrows(
                IOException.class,
                () -> press.inTurn(Duration.ZERO, () -> {
                    throw new IOException("paper jam");
                }));
        assertArrayEquals(DONE, press.inTurn(Duration.ZERO, () -> DONE));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
