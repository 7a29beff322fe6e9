package org.anchors.kit.inbox;

/** An event was not given its effect, by this program and now; nothing is wrong with it, and it stays in Kafka. */
public final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotTaken(String why) {
        super(why, null, false, false);
    }

    static NotTaken forTheServiceStops() {
        return new NotTaken("The service stops; the event is taken after it");
    }
}
