package org.anchors.socialvalue.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.anchors.kit.refusal.Refused;
import org.junit.jupiter.api.Test;

class BodiesInHandTest {

    private final BodiesInHand bodies = new BodiesInHand(32, Duration.ofMillis(1));

    @Test
    void letsBodiesInUntilTheyAreTooMuchTogether() {
        bodies.take(16_000_000);
        bodies.take(15_999_999);
        bodies.take(1_999_999);
        var refused = assertThrows(Refused.class, () -> bodies.take(1_000_000));
        assertEquals(EvaluationRefusal.EVALUATIONS_BUSY, refused.refusal());
    }

    @Test
    void letsTheNextInWhenATurnEnds() {
        var turn = bodies.take(32_000_000);
        assertThrows(Refused.class, () -> bodies.take(1_000_000));
        turn.close();
        bodies.take(32_000_000);
    }

    @Test
    void takesABodyOfUnknownLengthForTheLargest() {
        bodies.take(-1);
        assertThrows(Refused.class, () -> bodies.take(1_000_000));
    }

    @Test
    void letsSmallBodiesPast() {
        bodies.take(-1);
        bodies.take(999_999);
    }
}
