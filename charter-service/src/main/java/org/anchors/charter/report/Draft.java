package org.anchors.charter.report;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.anchors.kit.calendar.ReportingYear;

/** A report that is still being written. It may have faults against the rules; its shape is sound. */
@Entity
@Table(name = "report_draft")
class Draft {

    /** An organisation writes one draft for each year. */
    @Embeddable
    record Id(
            String organisation,
            @Convert(converter = YearColumn.class) ReportingYear year) {}

    @EmbeddedId
    private Id id;

    private String body;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "saved_by")
    private String savedBy;

    @Version
    private long version;

    protected Draft() {}

    Draft(String organisation, ReportingYear year) {
        this.id = new Id(organisation, year);
    }

    void save(String newBody, Instant at, String by) {
        body = newBody;
        savedAt = at;
        savedBy = by;
    }

    String body() {
        return body;
    }

    Instant savedAt() {
        return savedAt;
    }

    long version() {
        return version;
    }
}
