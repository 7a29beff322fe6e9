package org.anchors.gateway.door;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.anchors.gateway.answer.Bids;

/**
 * What is counted of requests, and by what. Nothing that a client makes up is the value of a label: whoever could add labels could
 * fill the memory, or keep the figures of others out. And nothing moves with a bid that comes in (docs/decisions/0018, 0030).
 */
final class Figures {

    private static final String REQUESTS = "http.server.requests";
    private static final String ADDRESS = "uri";
    private static final String OTHER = "OTHER";
    private static final String SECRET = "SECRET";
    private static final String[] METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

    /** What stands in place of the address where Quarkus does not count by it. */
    private static final Set<String> WORDS = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");

    @Produces
    @Singleton
    MeterFilter knownMethods() {
        return MeterFilter.replaceTagValues("method", method -> OTHER, METHODS);
    }

    @Produces
    @Singleton
    MeterFilter knownAddresses() {
        return MeterFilter.replaceTagValues(ADDRESS, Figures::countedBy);
    }

    @Produces
    @Singleton
    MeterFilter withoutTelling() {
        return MeterFilter.deny(Figures::isTelling);
    }

    static String countedBy(String address) {
        if (WORDS.contains(address)) {
            return address;
        }
        if (Bids.areAt(address)) {
            return SECRET;
        }
        return Doors.at(address).map(door -> countedBy(door, address)).orElse(OTHER);
    }

    private static String countedBy(Door door, String address) {
        return switch (door) {
            case Door.Page page -> address;
            case Door.Passage passage ->
                passage.service().collection(address).orElse(passage.service().prefix());
        };
    }

    /** Whether it moves with each request, whatever its address is, or with a bid. */
    private static boolean isTelling(Meter.Id meter) {
        var name = meter.getName();
        return name.startsWith("http.") && !name.equals(REQUESTS)
                || name.startsWith("worker.pool.")
                || name.startsWith("netty.")
                || SECRET.equals(meter.getTag(ADDRESS));
    }
}
