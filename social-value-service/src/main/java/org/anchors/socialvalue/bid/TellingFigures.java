package org.anchors.socialvalue.bid;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps no figures that move with each request whatever its address is, because they would tell of bids that come in. What is
 * counted by address stays, without that of bids (quarkus.micrometer.binder.http-server.ignore-patterns); docs/decisions/0018.
 */
class TellingFigures {

    private static final Set<String> COUNTED_BY_ADDRESS = Set.of("http.server.requests", "http.client.requests");

    @Produces
    @Singleton
    MeterFilter without() {
        return MeterFilter.deny(meter -> isTelling(meter.getName()));
    }

    private static boolean isTelling(String name) {
        return name.startsWith("http.") && !COUNTED_BY_ADDRESS.contains(name)
                || name.startsWith("worker.pool.")
                || name.startsWith("netty.");
    }
}
