package org.anchors.socialvalue.bundle;

/** Thrown where a file is no whole and unchanged bundle; says why. */
public final class NotABundle extends Exception {

    private static final long serialVersionUID = 1L;

    NotABundle(String why) {
        super(why);
    }
}
