package org.anchors.socialvalue.evaluation;

import java.time.Duration;
import org.anchors.kit.turn.Turns;

/**
 * Lets so much of large bodies be in hand at once, for what is made of one takes several times its size; small bodies go past.
 */
final class BodiesInHand {

    private static final int MEGABYTE = 1_000_000;

    private final int all;
    private final Duration patience;
    private final Turns turns;

    BodiesInHand(int megabytes, Duration patience) {
        this.all = megabytes;
        this.patience = patience;
        this.turns = new Turns(megabytes, EvaluationRefusal::busy);
    }

    /**
     * Waits for the turn of a body.
     *
     * @param bytes how long it is; negative where that is not known
     */
    Turns.Turn take(int bytes) {
        return turns.take(bytes < 0 ? all : Math.min(bytes / MEGABYTE, all), patience);
    }
}
