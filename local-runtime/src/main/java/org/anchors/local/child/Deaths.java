package org.anchors.local.child;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a child died by itself. Five deaths within a minute, each before it was ready, mean that starting it again does
 * not help. A child that had become ready is worth starting again, however often it is killed.
 */
final class Deaths {

    private static final int TOO_MANY = 5;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private final Deque<Instant> recent = new ArrayDeque<>();
    private int total;

    void add(Instant at) {
        total++;
        recent.addLast(at);
        while (recent.getFirst().isBefore(at.minus(WITHIN))) {
            recent.removeFirst();
        }
    }

    void addAfterReady() {
        total++;
        forgive();
    }

    boolean tooMany() {
        return recent.size() >= TOO_MANY;
    }

    int total() {
        return total;
    }

    void forgive() {
        recent.clear();
    }
}
