package org.anchors.gateway.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/decisions/0029: which replica is asked first. */
class StandingsOfReplicasTest {

    private static final URI ONE = URI.create("http://one");
    private static final URI TWO = URI.create("http://two");
    private static final URI THREE = URI.create("http://three");

    private final Replicas replicas = new Replicas(List.of(ONE, TWO, THREE));

    @Test
    void whoeverSaysNothingIsAskedBeforeWhoeverIsKnownToBeAwayAndAfterAllOthers() {
        replicas.isAway(ONE);
        replicas.isSilent(TWO);
        for (var request = 0; request < replicas.all().size(); request++) {
            assertEquals(List.of(THREE, TWO, ONE), replicas.inTurn());
        }
    }

    @Test
    void thoseOfOneStandingAreAskedInTurn() {
        replicas.all().forEach(replicas::isSilent);
        assertNotEquals(replicas.inTurn().getFirst(), replicas.inTurn().getFirst());
    }

    @Test
    void whoeverIsReadyAgainIsAskedInTurnAgain() {
        replicas.isAway(ONE);
        replicas.isSilent(ONE);
        replicas.isReady(ONE);
        assertEquals(List.of(ONE, TWO, THREE), replicas.inTurn());
    }
}
