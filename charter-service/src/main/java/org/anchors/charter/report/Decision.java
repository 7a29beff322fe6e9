package org.anchors.charter.report;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody decided about a revision of a report. It is written once and stays as it is. */
@Entity
@Table(name = "report_decision")
class Decision {

    /** What was decided. */
    enum Kind {
        /** By the organisation's own approver. */
        APPROVED,
        /** By the organisation's own approver. */
        WITHHELD,
        /** By the anchor team, with what is to be mended. */
        RETURNED,
        /** By the anchor team, with the queries that it waived. */
        ACCEPTED
    }

    /** A decision's name: they are counted for each report. */
    @Embeddable
    record Id(String reference, int number) {}

    /**
     * One thing to mend, or one query waived.
     *
     * @param place JSON pointer into the report
     * @param query number of the query that is waived
     */
    @Embeddable
    record Item(
            @Nullable String place,
            @Nullable String indicator,
            @Column(name = "grp") @Nullable String group,
            @Nullable Integer query,
            String reason) {}

    /** Who decided, when, and what they said. */
    record Words(Instant at, String by, @Nullable String reason, List<Item> items) {}

    @EmbeddedId
    private Id id;

    private int revision;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Nullable
    private String reason;

    @ElementCollection
    @CollectionTable(
            name = "report_decision_item",
            joinColumns = {@JoinColumn(name = "reference"), @JoinColumn(name = "number")})
    @OrderColumn(name = "position")
    private List<Item> items;

    protected Decision() {}

    Decision(String reference, int number, int revision, Kind kind, Words words) {
        this.id = new Id(reference, number);
        this.revision = revision;
        this.kind = kind;
        this.decidedAt = words.at();
        this.decidedBy = words.by();
        this.reason = words.reason();
        this.items = words.items();
    }

    int revision() {
        return revision;
    }

    Kind kind() {
        return kind;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    String reason() {
        return reason;
    }

    List<Item> items() {
        return items;
    }
}
