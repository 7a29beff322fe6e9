package org.anchors.employment.milestone;

import java.time.Duration;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.turn.Turns;

/** Lets only so much of large files be loaded at once, as a load takes memory for its rows; small ones go past. */
final class LoadsInHand {

    private static final int MEGABYTE = 1_000_000;
    private static final int SMALL = 100_000;
    private static final int ALL = 16;

    private final Duration patience;
    private final Turns turns = new Turns(ALL, LoadsInHand::busy);

    LoadsInHand(Duration patience) {
        this.patience = patience;
    }

    /**
     * Waits for the turn of a file.
     *
     * @param bytes how long it is
     */
    Turns.Turn take(long bytes) {
        return turns.take(bytes < SMALL ? 0 : (int) Math.min(1 + bytes / MEGABYTE, ALL), patience);
    }

    private static Refused busy() {
        return new Refused(
                MilestoneRefusal.LOADS_BUSY, "Large files are loaded one after the other; send it again in a moment.");
    }
}
