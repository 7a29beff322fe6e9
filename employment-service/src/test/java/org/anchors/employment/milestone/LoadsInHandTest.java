package org.anchors.employment.milestone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.anchors.kit.refusal.Refused;
import org.junit.jupiter.api.Test;

class LoadsInHandTest {

    private static final long LARGEST = 64_000_000;
    private static final long SMALL = 99_999;

    private final LoadsInHand inHand = new LoadsInHand(Duration.ZERO);

    @Test
    void takesALargeFileByItself() {
        try (var _ = inHand.take(LARGEST)) {
            assertEquals(MilestoneRefusal.LOADS_BUSY, busy(100_000));
            assertEquals(MilestoneRefusal.LOADS_BUSY, busy(LARGEST));
        }
        inHand.take(LARGEST).close();
    }

    @Test
    void takesSomeSmallerFilesAtOnce() {
        try (var _ = inHand.take(7_000_000);
                var _ = inHand.take(7_000_000)) {
            assertEquals(MilestoneRefusal.LOADS_BUSY, busy(7_000_000));
        }
    }

    @Test
    void letsSmallOnesPast() {
        try (var _ = inHand.take(LARGEST)) {
            inHand.take(SMALL).close();
            inHand.take(0).close();
        }
    }

    private Object busy(long bytes) {
        return assertThrows(Refused.class, () -> inHand.take(bytes)).refusal();
    }
}
