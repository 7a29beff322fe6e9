package org.anchors.local.client;

/** What was asked for cannot be done; the message says why and what to do. */
public final class Impossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Impossible(String message) {
        super(message);
    }

    static Impossible noAnswerFrom(String part) {
        return new Impossible(part + " does not answer. See ./anchor status");
    }
}
