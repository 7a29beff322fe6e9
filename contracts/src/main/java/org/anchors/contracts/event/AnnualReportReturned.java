package org.anchors.contracts.event;

import java.time.Instant;

/**
 * The anchor team has returned a revision of an annual report to its organisation, to be mended and sent again. What it is to
 * mend stays between the two.
 *
 * @param reference the report's name, such as {@code mseft-2024-25}
 * @param organisation key of the signatory
 * @param year reporting year, April to March, such as {@code 2024-25}
 * @param revision the revision that was returned
 * @param returnedAt when
 * @param items how many things are to be mended
 */
@EventType(value = "org.anchors.charter.annual-report-returned.v1", topic = Topic.CHARTER)
public record AnnualReportReturned(
        String reference, String organisation, String year, int revision, Instant returnedAt, int items)
        implements CharterEvent {

    @Override
    public String key() {
        return reference;
    }
}
