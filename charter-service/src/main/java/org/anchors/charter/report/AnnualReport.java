package org.anchors.charter.report;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.anchors.charter.reportingyear.ReportingYear;

/** The annual report of one organisation for one year. What it says stands in its revisions. */
@Entity
@Table(name = "annual_report")
class AnnualReport {

    /** How far a report has come. */
    enum State {
        SUBMITTED,
        RETURNED,
        ACCEPTED
    }

    @Id
    private String reference;

    private String organisation;

    @Convert(converter = YearColumn.class)
    private ReportingYear year;

    @Enumerated(EnumType.STRING)
    private State state;

    private int revision;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Version
    private long version;

    protected AnnualReport() {}

    private AnnualReport(String organisation, ReportingYear year, Instant at) {
        this.reference = referenceOf(organisation, year);
        this.organisation = organisation;
        this.year = year;
        this.state = State.SUBMITTED;
        this.revision = 1;
        this.submittedAt = at;
    }

    /** A report that has just been submitted for the first time. */
    static AnnualReport submitted(String organisation, ReportingYear year, Instant at) {
        return new AnnualReport(organisation, year, at);
    }

    static String referenceOf(String organisation, ReportingYear year) {
        return organisation + "-" + year;
    }

    String reference() {
        return reference;
    }

    String organisation() {
        return organisation;
    }

    ReportingYear year() {
        return year;
    }

    State state() {
        return state;
    }

    int revision() {
        return revision;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    long version() {
        return version;
    }
}
