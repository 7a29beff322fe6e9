package org.anchors.gateway.service;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The replicas of one service, asked in turn. Those that say nothing are asked when no other is left, as they may only be busy, and
 * last of all those that are known not to be ready.
 */
final class Replicas {

    private final List<URI> all;
    private final Map<URI, Standing> standings = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** In the order in which they are to be asked. */
    private enum Standing {
        READY,
        SILENT,
        AWAY
    }

    Replicas(List<URI> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("A service has at least one address");
        }
        this.all = List.copyOf(all);
    }

    List<URI> all() {
        return all;
    }

    /** Each of them, in the order in which they are to be tried for the next request. */
    List<URI> inTurn() {
        var first = Math.floorMod(turn.getAndIncrement(), all.size());
        var order = new ArrayList<>(all.subList(first, all.size()));
        order.addAll(all.subList(0, first));
        order.sort(Comparator.comparing(replica -> standings.getOrDefault(replica, Standing.READY)));
        return order;
    }

    /**
     * Whether the connection of this request is to end with it, as one in so many does. Behind a single address there may be
     * several replicas, and whoever keeps its connections for ever stays with those that there were when it made them.
     *
     * @param oneIn 0 for never
     */
    boolean endsConnection(int oneIn) {
        return all.size() == 1 && oneIn > 0 && Math.floorMod(turn.get(), oneIn) == 0;
    }

    void isReady(URI replica) {
        standings.put(replica, Standing.READY);
    }

    /** It did not answer in time. */
    void isSilent(URI replica) {
        standings.put(replica, Standing.SILENT);
    }

    /** It cannot be reached, or says that it is not ready. */
    void isAway(URI replica) {
        standings.put(replica, Standing.AWAY);
    }
}
