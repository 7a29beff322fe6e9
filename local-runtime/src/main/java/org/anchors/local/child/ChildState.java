package org.anchors.local.child;

/** Where a child is in its life. */
public enum ChildState {
    STOPPED,
    STARTING,
    READY,
    /** Stopped on request, until the hold file is gone. */
    HELD,
    /** Died too often; only {@code ./anchor start} tries again. */
    GIVEN_UP
}
