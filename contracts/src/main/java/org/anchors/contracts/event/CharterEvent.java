package org.anchors.contracts.event;

/** What charter-service tells. */
public sealed interface CharterEvent extends Event
        permits AnnualReportAccepted,
                AnnualReportReturned,
                AnnualReportSubmitted,
                OrganisationChanged,
                OrganisationRegistered,
                ReportPublished,
                SignatureChanged {}
