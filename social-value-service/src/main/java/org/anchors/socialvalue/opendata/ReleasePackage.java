package org.anchors.socialvalue.opendata;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A release with what says where it comes from; OCDS 1.1. */
record ReleasePackage(
        String uri,
        String version,
        Instant publishedDate,
        Publisher publisher,
        List<String> extensions,
        List<Release> releases) {

    private static final List<String> EXTENSIONS = Stream.of(
                    "ocds_lots_extension/v1.1.5",
                    "ocds_bid_extension/v1.1.5",
                    "ocds_metrics_extension/master",
                    "ocds_awardCriteriaBreakdown_extension/master",
                    "ocds_sustainability_extension/master")
            .map("https://raw.githubusercontent.com/open-contracting-extensions/%s/extension.json"::formatted)
            .toList();

    /** Whoever publishes. */
    record Publisher(String name) {}

    static ReleasePackage of(Awarded awarded, Publishers publishers) {
        var procurement = awarded.procurement();
        return new ReleasePackage(
                "%s/api/social-value/v1/%s/ocds".formatted(publishers.address(), procurement.path()),
                "1.1",
                awarded.asOf(),
                new Publisher(publishers.name(procurement.buyer())),
                EXTENSIONS,
                List.of(Releases.of(awarded, publishers)));
    }
}
