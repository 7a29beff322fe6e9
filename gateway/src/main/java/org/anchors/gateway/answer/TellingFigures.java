package org.anchors.gateway.answer;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps no figures that move with each request whatever its address is, because they would tell of bids that come in. What is
 * counted by address stays, without that of bids (the ignore-patterns of quarkus.micrometer.binder); docs/decisions/0018.
 */
final class TellingFigures {

    private static final Pattern BELOW_A_COLLECTION = Pattern.compile("^(/api/[^/]+/v1/[^/]+)/.+");
    private static final Set<String> COUNTED_BY_ADDRESS = Set.of("http.server.requests", "http.client.requests");

    @Produces
    @Singleton
    MeterFilter without() {
        return MeterFilter.deny(meter -> isTelling(meter.getName()));
    }

    /** Of an address the service and the collection stay: what names a single thing is in no figure, and figures stay few. */
    @Produces
    @Singleton
    MeterFilter byCollection() {
        return MeterFilter.replaceTagValues(
                "uri", address -> BELOW_A_COLLECTION.matcher(address).replaceFirst("$1/*"));
    }

    private static boolean isTelling(String name) {
        return name.startsWith("http.") && !COUNTED_BY_ADDRESS.contains(name)
                || name.startsWith("worker.pool.")
                || name.startsWith("netty.");
    }
}
