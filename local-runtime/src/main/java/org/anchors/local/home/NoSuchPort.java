package org.anchors.local.home;

/** What somebody named as a port is none; the message says where and what would be one. */
public final class NoSuchPort extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchPort(String variable, String given) {
        super("%s is '%s', which is not a port: a whole number from 1 to 65535.%nNothing was started."
                .formatted(variable, given));
    }
}
