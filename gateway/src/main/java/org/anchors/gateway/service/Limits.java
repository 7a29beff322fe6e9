package org.anchors.gateway.service;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What the gateway lets through, and how long it waits. */
@ConfigMapping(prefix = "anchors.gateway")
public interface Limits {

    /** How often one client may ask. */
    Rate rate();

    /** How large a request may be. */
    Body body();

    /** How long a service may take. */
    Timeout timeout();

    /** How many connections each service is given, for each event loop. */
    Pool pool();

    /** How long a service's API document is believed before it is asked for again. */
    @WithDefault("10s")
    Duration documentsFreshFor();

    /** Requests of one client, known by its token, or by its address where there is none. */
    interface Rate {
        @WithDefault("50")
        int requestsPerSecond();

        @WithDefault("200")
        int burst();

        /** Refused tokens that one address may send; further ones are answered 429. */
        @WithDefault("5")
        int failuresPerSecond();

        @WithDefault("50")
        int failuresBurst();

        /** How many clients are kept in mind; the one not heard of for longest is forgotten first. */
        @WithDefault("20000")
        int clients();
    }

    /** Sizes of request bodies. */
    interface Body {
        /** In bytes; the services read as many and no more. */
        @WithDefault("1000000")
        MemorySize limit();

        /** Other limits for some paths; in a path {@code *} stands for one segment. */
        Map<String, MemorySize> bulk();
    }

    /** Patience with a service. */
    interface Timeout {
        @WithDefault("2s")
        Duration connect();

        /** Until the first byte of the answer, and between two pieces of it. */
        @WithDefault("30s")
        Duration answer();

        /** Other times for some paths; in a path {@code *} stands for one segment. */
        Map<String, Duration> bulk();

        /** The longest of all these times. */
        default Duration longest() {
            return bulk().values().stream().reduce(answer(), (one, other) -> one.compareTo(other) < 0 ? other : one);
        }
    }

    /** Connections to one service, kept open between requests. */
    interface Pool {
        @WithDefault("64")
        int size();

        /** Requests that may wait for a connection; further ones are answered 503. */
        @WithDefault("256")
        int waiting();

        /** Requests after which a connection is renewed, about, where a service has one address; 0 for never. */
        @WithDefault("500")
        int requests();
    }
}
