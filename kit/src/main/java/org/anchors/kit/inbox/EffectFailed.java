package org.anchors.kit.inbox;

/** An event could not have its effect. The message goes with the dead letter and holds nothing of what the event says. */
final class EffectFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EffectFailed(String message) {
        super(message);
    }
}
