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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;

/** What a report said at one time. It is written once and stays as it is. */
@Entity
@Table(name = "report_revision")
class Revision {

    /** A revision's name. */
    @Embeddable
    record Id(String reference, int revision) {}

    /** A value as it is stored. */
    @Embeddable
    record StoredValue(
            String indicator,
            @Column(name = "grp") @Nullable String group,
            @Enumerated(EnumType.STRING) AnnualReportSubmitted.State state,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String text,
            @Nullable String explanation,
            @Nullable String identifiers) {

        static StoredValue of(Submission.Value sent) {
            var state = sent.state() == null ? AnnualReportSubmitted.State.GIVEN : sent.state();
            return new StoredValue(
                    sent.indicator(),
                    sent.group(),
                    state,
                    number(sent.value()),
                    sent.numerator(),
                    sent.denominator(),
                    sent.value() instanceof Scalar.Text(String text) ? text : null,
                    sent.explanation(),
                    sent.identifiers() == null ? null : joined(sent.identifiers()));
        }

        /** The numbers of the organisations counted; null where the value names none. */
        @Nullable
        List<String> identifierList() {
            return identifiers == null ? null : List.of(identifiers.split(" "));
        }

        private static @Nullable String joined(List<String> identifiers) {
            return identifiers.isEmpty()
                    ? null
                    : identifiers.stream()
                            .map(given -> OrganisationNumber.normalised(given).orElse(given))
                            .sorted()
                            .collect(Collectors.joining(" "));
        }

        /** Yes and no are 1 and 0. */
        private static @Nullable BigDecimal number(@Nullable Scalar value) {
            return switch (value) {
                case Scalar.Number(BigDecimal number) -> number;
                case Scalar.Truth(boolean truth) -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
                case Scalar.Text text -> null;
                case null -> null;
            };
        }
    }

    /** A narrative as it is stored. */
    @Embeddable
    record StoredNarrative(@Enumerated(EnumType.STRING) Pillar pillar, String text) {}

    /** A case study as it is stored. */
    @Embeddable
    record StoredCaseStudy(@Enumerated(EnumType.STRING) Pillar pillar, String title, String text) {}

    @EmbeddedId
    private Id id;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "submitted_by")
    private String submittedBy;

    private String catalogue;

    @Enumerated(EnumType.STRING)
    @Nullable
    private Framework framework;

    @Column(name = "approval_role")
    @Nullable
    private String approvalRole;

    @Column(name = "approval_on")
    @Nullable
    private LocalDate approvalOn;

    @Column(name = "approval_minute")
    @Nullable
    private String approvalMinute;

    @ElementCollection
    @CollectionTable(
            name = "reported_value",
            joinColumns = {@JoinColumn(name = "reference"), @JoinColumn(name = "revision")})
    @OrderColumn(name = "position")
    private List<StoredValue> values;

    @ElementCollection
    @CollectionTable(
            name = "narrative",
            joinColumns = {@JoinColumn(name = "reference"), @JoinColumn(name = "revision")})
    @OrderColumn(name = "position")
    private List<StoredNarrative> narratives;

    @ElementCollection
    @CollectionTable(
            name = "case_study",
            joinColumns = {@JoinColumn(name = "reference"), @JoinColumn(name = "revision")})
    @OrderColumn(name = "position")
    private List<StoredCaseStudy> caseStudies;

    protected Revision() {}

    /** What a report says in its present revision. */
    static Revision of(AnnualReport report, Submission sent, String catalogue, String submittedBy) {
        var revision = new Revision();
        revision.id = new Id(report.reference(), report.revision());
        revision.submittedAt = report.submittedAt();
        revision.submittedBy = submittedBy;
        revision.catalogue = catalogue;
        revision.framework = sent.framework();
        revision.approve(sent.boardApproval());
        revision.values = sent.values().stream().map(StoredValue::of).toList();
        revision.narratives = sent.narrativesOrNone().stream()
                .map(narrative -> new StoredNarrative(narrative.pillar(), narrative.text()))
                .toList();
        revision.caseStudies = sent.caseStudiesOrNone().stream()
                .map(study -> new StoredCaseStudy(study.pillar(), study.title(), study.text()))
                .toList();
        return revision;
    }

    private void approve(Submission.@Nullable BoardApproval approval) {
        if (approval != null) {
            approvalRole = approval.role();
            approvalOn = approval.on();
            approvalMinute = approval.minute();
        }
    }

    int number() {
        return id.revision();
    }

    Instant submittedAt() {
        return submittedAt;
    }

    String submittedBy() {
        return submittedBy;
    }

    String catalogue() {
        return catalogue;
    }

    @Nullable
    Framework framework() {
        return framework;
    }

    Submission.@Nullable BoardApproval boardApproval() {
        return approvalRole == null ? null : new Submission.BoardApproval(approvalRole, approvalOn, approvalMinute);
    }

    List<StoredValue> values() {
        return values;
    }

    List<StoredNarrative> narratives() {
        return narratives;
    }

    List<StoredCaseStudy> caseStudies() {
        return caseStudies;
    }
}
