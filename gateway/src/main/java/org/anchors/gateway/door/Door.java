package org.anchors.gateway.door;

import org.anchors.gateway.service.Service;

/** Something that can be reached through the gateway, and by whom. */
sealed interface Door {

    Who who();

    /** A page of the gateway itself: to be read, never written to. */
    record Page(Who who) implements Door {}

    /** A path of a service. */
    record Passage(Who who, Service service) implements Door {}

    /** Who may come in. */
    enum Who {
        /** Everybody, as often as an address may ask. */
        ANYONE,
        /** Whoever looks after the gateway, as often as it likes: the probes of its own health. */
        PROBES,
        /** Whoever has a token; the service decides what for. */
        BEARERS,
        /** Whoever has a token with the role {@code operator}. */
        OPERATORS
    }
}
