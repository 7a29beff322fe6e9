package org.anchors.charter.report;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** What a report said at one time. It is written once and stays as it is. */
@Entity
@Table(name = "report_revision")
@NamedNativeQuery(name = Revision.NEWEST, resultClass = Revision.class, query = """
        select said.* from annual_report report
        join report_revision said on said.reference = report.reference and said.revision = report.revision
        where report.reference = any (:references)
        """)
class Revision {

    /** The newest revisions of reports. With a list of parameters the query would be made anew for each bulk of reports. */
    static final String NEWEST = "Revision.newest";

    /** Of so many revisions the parts are read in one query. */
    static final int READ_AT_ONCE = 50;

    /** How a revision came about. */
    enum Kind {
        SUBMISSION,
        /** After a return. */
        RESUBMISSION,
        /** After an acceptance, with a reason. */
        RESTATEMENT
    }

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
            @Nullable String identifiers,
            @Nullable String attributes,
            @Column(name = "restatement_reason") @Nullable String restatementReason) {

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
                    sent.identifiers() == null ? null : joined(sent.identifiers()),
                    Attributes.written(sent.attributes()),
                    sent.restatementReason());
        }

        /** The numbers of the organisations counted; null where the value names none. */
        @Nullable
        List<String> identifierList() {
            return identifiers == null ? null : List.of(identifiers.split(" "));
        }

        /** One that could not be read is null, and a fault by then. */
        private static @Nullable String joined(List<@Nullable String> identifiers) {
            var joined = identifiers.stream()
                    .filter(Objects::nonNull)
                    .map(given -> OrganisationNumber.normalised(given).orElse(given))
                    .sorted()
                    .collect(Collectors.joining(" "));
            return joined.isEmpty() ? null : joined;
        }

        /** Yes and no are 1 and 0. */
        static @Nullable BigDecimal number(@Nullable Scalar value) {
            return switch (value) {
                case Scalar.Number(BigDecimal number) -> number;
                case Scalar.Truth(boolean truth) -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
                case Scalar.Text text -> null;
                case null -> null;
            };
        }
    }

    /** What looked odd when the revision came; open where there is no explanation. */
    @Embeddable
    record StoredQuery(
            String place,
            @Nullable String indicator,
            @Column(name = "grp") @Nullable String group,
            String rule,
            @Nullable String given,
            String mend,
            @Nullable String explanation,

            @Convert(converter = YearColumn.class) @Column(name = "carried_from") @Nullable
            ReportingYear carriedFrom,

            @Column(name = "last_explanation") @Nullable String lastExplanation) {

        static StoredQuery of(Findings.Query query) {
            return new StoredQuery(
                    query.at(),
                    query.indicator(),
                    query.group(),
                    query.rule(),
                    query.given(),
                    query.mend(),
                    query.explanation(),
                    query.carriedFrom(),
                    query.lastExplanation());
        }

        Findings.Query numbered(int number) {
            return new Findings.Query(
                    number,
                    place,
                    indicator,
                    group,
                    rule,
                    given,
                    mend,
                    explanation != null,
                    explanation,
                    carriedFrom,
                    lastExplanation);
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

    /** Null in revisions of versions that did not keep it. */
    @Nullable
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Nullable
    private String reason;

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
    @BatchSize(size = READ_AT_ONCE)
    @CollectionTable(
            name = "reported_value",
            joinColumns = {@JoinColumn(name = "reference"), @JoinColumn(name = "revision")})
    @OrderColumn(name = "position")
    private List<StoredValue> values;

    @ElementCollection
    @BatchSize(size = READ_AT_ONCE)
    @CollectionTable(
            name = "narrative",
            joinColumns = {@JoinColumn(name = "reference"), @JoinColumn(name = "revision")})
    @OrderColumn(name = "position")
    private List<StoredNarrative> narratives;

    @ElementCollection
    @BatchSize(size = READ_AT_ONCE)
    @CollectionTable(
            name = "case_study",
            joinColumns = {@JoinColumn(name = "reference"), @JoinColumn(name = "revision")})
    @OrderColumn(name = "position")
    private List<StoredCaseStudy> caseStudies;

    @ElementCollection
    @BatchSize(size = READ_AT_ONCE)
    @CollectionTable(
            name = "report_query",
            joinColumns = {@JoinColumn(name = "reference"), @JoinColumn(name = "revision")})
    @OrderColumn(name = "position")
    private List<StoredQuery> queries;

    /** Only written with it; {@link Owners} are asked by what is named. */
    @Transient
    private List<Owned> owned = List.of();

    protected Revision() {}

    /** What a report says in its present revision. */
    static Revision of(AnnualReport report, Kind kind, Submission sent, Origin origin) {
        var revision = new Revision();
        revision.kind = kind;
        revision.reason = sent.restatementReason();
        revision.owned = origin.owned();
        revision.queries = origin.queries().stream().map(StoredQuery::of).toList();
        revision.id = new Id(report.reference(), report.revision());
        revision.submittedAt = report.submittedAt();
        revision.submittedBy = origin.submittedBy();
        revision.catalogue = origin.catalogue();
        revision.due = origin.due();
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

    /**
     * Where a revision comes from.
     *
     * @param catalogue edition that it was checked under
     * @param due last day on which the report would have been on time, as it was set then
     * @param submittedBy subject of the caller
     * @param queries what looked odd
     * @param owned what it names that no other organisation's report may
     */
    record Origin(
            String catalogue, LocalDate due, String submittedBy, List<Findings.Query> queries, List<Owned> owned) {}

    String reference() {
        return id.reference();
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

    /** The last day on which the report would have been on time, as it was set then; null where that was not kept. */
    @Nullable
    LocalDate due() {
        return due;
    }

    Kind kind() {
        return kind;
    }

    /** Why it restates what was accepted; null for any other revision. */
    @Nullable
    String reason() {
        return reason;
    }

    List<StoredQuery> queries() {
        return queries;
    }

    /** What looked odd, each with its number. */
    List<Findings.Query> numberedQueries() {
        return IntStream.range(0, queries.size())
                .mapToObj(index -> queries.get(index).numbered(index + 1))
                .toList();
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

    List<Owned> owned() {
        return owned;
    }

    List<StoredNarrative> narratives() {
        return narratives;
    }

    List<StoredCaseStudy> caseStudies() {
        return caseStudies;
    }
}
