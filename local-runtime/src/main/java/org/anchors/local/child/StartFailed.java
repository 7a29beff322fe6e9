package org.anchors.local.child;

/** A part could not be started; the message is for the person at the prompt. */
public final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailed(String message) {
        super(message);
    }
}
