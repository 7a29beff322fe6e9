package org.anchors.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.anchors.e2e.RetryingClient.Receipt;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Things posted by several clients at once, each until it is acknowledged, while something happens to the platform. */
final class Posting {

    private static final int CLIENTS = 8;

    private Posting() {}

    /**
     * Posts all of them.
     *
     * @param happening is told how many are acknowledged so far
     * @return one receipt for each
     */
    static List<Receipt> of(List<Sending> sendings, Consumer<IntSupplier> happening)
            throws InterruptedException, ExecutionException {
        Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
        var client = new RetryingClient();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var posts = new ArrayList<Future<Boolean>>();
            sendings.forEach(sending -> posts.add(clients.submit(() -> receipts.add(client.post(sending)))));
            happening.accept(receipts::size);
            for (var post : posts) {
                post.get();
            }
        }
        return List.copyOf(receipts);
    }

    /** Kills a replica that is ready, at a moment, and hears of its death. */
    static void awaitKilled(Platform platform, String replica, BooleanSupplier moment) {
        var child = awaitMoment("a moment to kill " + replica)
                .until(() -> platform.child(replica), now -> moment.getAsBoolean() && now.ready());
        child.kill();
        awaitMoment("the death of " + replica)
                .until(() -> platform.child(replica).pid() != child.pid());
    }

    /** Waits for a moment in the middle of it, and does not miss it. */
    static ConditionFactory awaitMoment(String what) {
        return Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(5));
    }
}
