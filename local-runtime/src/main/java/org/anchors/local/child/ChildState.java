package org.anchors.local.child;

/** Where a child is in its life. */
public enum ChildState {
    STOPPED,
    STARTING,
    READY,
    /** Ended by itself, and nobody has looked after it yet: it is about to start again. */
    DIED,
    /** Stopped on request, until the hold file is gone. */
    HELD,
    /** Died too often; only {@code ./anchor start} tries again. */
    GIVEN_UP;

    /** Whether there ought to be a process. */
    boolean runs() {
        return this == STARTING || this == READY;
    }
}
