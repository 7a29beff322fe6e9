package org.anchors.socialvalue.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.anchors.kit.refusal.Refused;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(32, Duration.ofMillis(1));

    @Test
    void letsBodiesInUntilTheyAreTooMuchTogether() {
        turns.take(16_000_000);
        turns.take(15_999_999);
        turns.take(1_999_999);
        var refused = assertThrows(Refused.class, () -> turns.take(1_000_000));
        assertEquals(EvaluationRefusal.EVALUATIONS_BUSY, refused.refusal());
    }

    @Test
    void letsTheNextInWhenATurnEnds() {
        var turn = turns.take(32_000_000);
        assertThrows(Refused.class, () -> turns.take(1_000_000));
        turn.end();
        turns.take(32_000_000);
    }

    @Test
    void takesABodyOfUnknownLengthForTheLargest() {
        turns.take(-1);
        assertThrows(Refused.class, () -> turns.take(1_000_000));
    }

    @Test
    void letsSmallBodiesPast() {
        turns.take(-1);
        turns.take(999_999);
    }
}
