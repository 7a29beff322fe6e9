package org.anchors.contracts.event;

import java.time.Instant;

/**
 * A consolidated report has been published: frozen under a disclosure policy, and readable for ever.
 *
 * @param number number of the publication, counted from 1
 * @param year reporting year, April to March, such as {@code 2024-25}
 * @param disclosurePolicy name and version of the disclosure policy, such as {@code HES/1}
 * @param asKnownOn the instant whose knowledge it shows
 * @param sha256 hash of the published text, in hexadecimal
 * @param publishedAt when
 */
@EventType(value = "org.anchors.charter.report-published.v1", topic = Topic.CHARTER)
public record ReportPublished(
        int number, String year, String disclosurePolicy, Instant asKnownOn, String sha256, Instant publishedAt)
        implements CharterEvent {

    @Override
    public String key() {
        return "publication-" + number;
    }
}
