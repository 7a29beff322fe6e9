package org.anchors.contracts.event;

import java.time.Instant;

/**
 * The anchor team has accepted a revision of an annual report. A later revision is a restatement and needs an acceptance of
 * its own.
 *
 * @param reference the report's name, such as {@code mseft-2024-25}
 * @param organisation key of the signatory
 * @param year reporting year, April to March, such as {@code 2024-25}
 * @param revision the revision that was accepted
 * @param acceptedAt when
 */
@EventType(value = "org.anchors.charter.annual-report-accepted.v1", topic = Topic.CHARTER)
public record AnnualReportAccepted(String reference, String organisation, String year, int revision, Instant acceptedAt)
        implements CharterEvent {

    @Override
    public String key() {
        return reference;
    }
}
