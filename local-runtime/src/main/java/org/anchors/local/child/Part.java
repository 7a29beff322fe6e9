package org.anchors.local.child;

import java.time.Duration;

/** A part of the platform that runs as a process of its own. */
public interface Part extends Readiness {

    String name();

    int port();

    /** What is done before the process starts, such as making its data directory; repeating it does no harm. */
    default void prepare() {}

    Launch launch();

    /** How long the process may take until it is ready, on a slow machine. */
    Duration patience();

    /** How long the process may take to stop in good order. */
    default Duration grace() {
        return Duration.ofSeconds(20);
    }

    /** What is done once the process answers, such as creating databases; repeating it does no harm. */
    default void furnish() {}

    /** What the part does when it is ready, for the line of progress. */
    String offers();

    /** Whether the program has ended already and its process only tidies up, which may be cut short. */
    default boolean isTidyingUp() {
        return false;
    }

    /** What stopping takes its time for, when it does; empty otherwise. */
    default String lastWork() {
        return "";
    }

    /** Told that the process has ended, and whether it had been ready and then stopped in good order. */
    default void ended(boolean inGoodOrder) {}

    /** Told that the process died before it was ready. Answers whether it makes sense to try once more, in another way. */
    default boolean hasAnotherWay() {
        return false;
    }
}
