package org.anchors.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** docs/decisions/0029: a service that runs twice. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class ReplicasTest {

    private static final String ONE = "social-value";
    private static final String OTHER = "social-value-2";
    private static final int SOME = 10;

    private boolean down;

    @AfterEach
    void bringBack() {
        if (down) {
            Client.tell(OTHER, "/up");
        }
        Client.tell(OTHER, "/ready");
    }

    @Test
    void asksReplicasInTurn() {
        await().until(() -> reaches(OTHER) && reaches(ONE));
    }

    @Test
    void noRequestIsLostWhereOneReplicaCannotBeReached() {
        await().until(() -> reaches(OTHER));
        Client.tell(OTHER, "/down");
        down = true;
        // Whatever goes out on a connection in the moment in which its other end goes away is lost, and answered so.
        await().until(ReplicasTest::everythingIsAnswered);
        for (var request = 0; request < SOME; request++) {
            var body = BodyPublishers.ofByteArray(new byte[100_000]);
            var answer = Client.ask("POST", "/api/social-value/v1/evaluations", body, Client.token());
            assertEquals(200, answer.statusCode());
            assertEquals(100_000, Client.json(answer).path("bytes").asInt());
        }
    }

    @Test
    void leavesAReplicaAloneThatIsNotReadyUntilItIs() {
        await().until(() -> reaches(OTHER));
        Client.tell(OTHER, "/unready");
        await().until(() -> !reaches(OTHER));
        assertTrue(reaches(ONE));
        Client.tell(OTHER, "/ready");
        await().until(() -> reaches(OTHER));
    }

    /** An address behind which others are found after a while: a Service of Kubernetes. */
    @Test
    void renewsConnectionsNowAndThenWhereThereIsOneAddress() {
        var connections = IntStream.range(0, SOME)
                .mapToObj(request -> Client.get("/api/charter/v1/reports"))
                .map(answer -> Client.json(answer).path("connection").asInt())
                .distinct();
        assertTrue(connections.count() > 1);
    }

    /** Whether any of some requests comes there. */
    private static boolean reaches(String replica) {
        var before = received(replica);
        for (var request = 0; request < SOME; request++) {
            Client.get("/api/social-value/v1/catalogues");
        }
        return received(replica) > before;
    }

    private static boolean everythingIsAnswered() {
        return IntStream.range(0, SOME)
                .allMatch(
                        request -> Client.get("/api/social-value/v1/catalogues").statusCode() == 200);
    }

    private static int received(String replica) {
        return Integer.parseInt(Client.tell(replica, "/received").body());
    }
}
