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
import java.time.temporal.ChronoUnit;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** The annual report of one organisation for one year. What it says stands in its revisions. */
@Entity
@Table(name = "annual_report")
class AnnualReport {

    /**
     * How far a report has come. The methods are the only steps there are; a step that a state does not know is refused by name.
     * Before this there is a draft, which is a thing of its own.
     */
    enum State {
        /** Waits for the anchor team. */
        SUBMITTED {
            @Override
            State accepted() {
                return ACCEPTED;
            }

            @Override
            State returned() {
                return RETURNED;
            }

            @Override
            void requireUndecided() {}
        },
        /** Waits for its organisation. */
        RETURNED {
            @Override
            State sentAgain() {
                return SUBMITTED;
            }

            @Override
            Refused undecidable() {
                return new Refused(
                        ReportRefusal.REPORT_RETURNED, "It is decided about when its organisation has sent it again.");
            }
        },
        /** Counts, until it is restated. */
        ACCEPTED {
            @Override
            State restated() {
                return SUBMITTED;
            }

            @Override
            Refused undecidable() {
                return new Refused(
                        ReportRefusal.REPORT_ACCEPTED, "It is decided about again when its organisation restates it.");
            }
        };

        State accepted() {
            throw undecidable();
        }

        State returned() {
            throw undecidable();
        }

        void requireUndecided() {
            throw undecidable();
        }

        State sentAgain() {
            throw unamendable();
        }

        State restated() {
            return sentAgain();
        }

        Refused undecidable() {
            throw new IllegalStateException(this + " is decided about");
        }

        private Refused unamendable() {
            return this == ACCEPTED
                    ? new Refused(ReportRefusal.RESTATEMENT_NEEDED, "Send it as a restatement, with the reason.")
                    : new Refused(
                            ReportRefusal.REPORT_AWAITS_DECISION,
                            "Ask the anchor team to return it, or wait until it has accepted it.");
        }
    }

    @Id
    private String reference;

    private String organisation;

    @Convert(converter = YearColumn.class)
    private ReportingYear year;

    @Enumerated(EnumType.STRING)
    private State state;

    private int revision;

    @Column(name = "accepted_revision")
    @Nullable
    private Integer acceptedRevision;

    private int decisions;

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

    /** Takes note of the organisation's own approver, whose word changes no state. */
    Decision approve(Decision.Kind kind, Decision.Words words) {
        state.requireUndecided();
        return decision(kind, words);
    }

    Decision accept(Decision.Words words) {
        state = state.accepted();
        acceptedRevision = revision;
        return decision(Decision.Kind.ACCEPTED, words);
    }

    Decision giveBack(Decision.Words words) {
        state = state.returned();
        return decision(Decision.Kind.RETURNED, words);
    }

    private Decision decision(Decision.Kind kind, Decision.Words words) {
        decisions++;
        return new Decision(reference, decisions, revision, kind, words);
    }

    /** What was returned comes again, as a new revision. */
    void resubmit(Instant at) {
        var next = state.sentAgain();
        if (acceptedRevision != null) {
            throw new Refused(
                    ReportRefusal.RESTATEMENT_NEEDED,
                    "Revision %d was accepted: send the mended report as a restatement.".formatted(acceptedRevision));
        }
        nextRevision(next, at);
    }

    /** What was accepted is corrected, by a new revision with a reason. */
    void restate(Instant at) {
        var next = state.restated();
        if (acceptedRevision == null) {
            throw new Refused(
                    ReportRefusal.REPORT_NEVER_ACCEPTED, "Send the mended report as a resubmission, without a reason.");
        }
        nextRevision(next, at);
    }

    /** No two revisions are known from the same instant on. */
    private void nextRevision(State next, Instant at) {
        state = next;
        revision++;
        submittedAt = at.isAfter(submittedAt) ? at : submittedAt.plus(1, ChronoUnit.MICROS);
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

    /** The revision that was accepted last; null while none was. */
    @Nullable
    Integer acceptedRevision() {
        return acceptedRevision;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    long version() {
        return version;
    }
}
