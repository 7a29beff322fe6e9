package org.anchors.kit.inbox;

/** An event was not given its effect because the service stops; nothing is wrong with it. */
final class Stopping extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopping() {
        super("The service stops; the event is taken after it", null, false, false);
    }
}
