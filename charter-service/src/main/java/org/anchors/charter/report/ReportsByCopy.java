package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anchors.kit.copy.CopyLines;
import org.hibernate.Session;

/** Stores many new reports at once: the rows that {@link Reports} would write one by one, in the same transaction. */
@ApplicationScoped
class ReportsByCopy {

    private static final String REPORTS =
            "annual_report (reference, organisation, year, state, revision, decisions, submitted_at, version)";
    private static final String REVISIONS = "report_revision (reference, revision, submitted_at, submitted_by,"
            + " catalogue, kind, reason, framework, approval_role, approval_on, approval_minute)";
    private static final String VALUES = "reported_value (reference, revision, position, indicator, grp, state, value,"
            + " numerator, denominator, text, explanation, identifiers, attributes, restatement_reason)";
    private static final String NARRATIVES = "narrative (reference, revision, position, pillar, text)";
    private static final String CASE_STUDIES = "case_study (reference, revision, position, pillar, title, text)";
    private static final String QUERIES = "report_query (reference, revision, position, place, indicator, grp, rule,"
            + " given, mend, explanation, carried_from, last_explanation)";

    private final EntityManager database;

    ReportsByCopy(EntityManager database) {
        this.database = database;
    }

    void add(List<FirstReport> reports) {
        if (!reports.isEmpty()) {
            database.unwrap(Session.class).doWork(connection -> write(reports, connection));
        }
    }

    private static void write(List<FirstReport> reports, Connection connection) throws SQLException {
        copy(connection, REPORTS, reports.stream().map(first -> ReportsByCopy.report(first.report())));
        var revisions = reports.stream().map(FirstReport::revision).toList();
        copy(connection, REVISIONS, revisions.stream().map(ReportsByCopy::revision));
        parts(connection, VALUES, revisions, Revision::values, ReportsByCopy::value);
        parts(connection, NARRATIVES, revisions, Revision::narratives, ReportsByCopy::narrative);
        parts(connection, CASE_STUDIES, revisions, Revision::caseStudies, ReportsByCopy::caseStudy);
        parts(connection, QUERIES, revisions, Revision::queries, ReportsByCopy::query);
    }

    private static Object[] report(AnnualReport report) {
        return new Object[] {
            report.reference(),
            report.organisation(),
            report.year().start(),
            report.state(),
            report.revision(),
            0,
            report.submittedAt(),
            report.version()
        };
    }

    private static Object[] revision(Revision revision) {
        var approval = revision.boardApproval();
        return new Object[] {
            revision.reference(),
            revision.number(),
            revision.submittedAt(),
            revision.submittedBy(),
            revision.catalogue(),
            revision.kind(),
            revision.reason(),
            revision.framework(),
            approval == null ? null : approval.role(),
            approval == null ? null : approval.on(),
            approval == null ? null : approval.minute()
        };
    }

    private static Object[] value(Revision.StoredValue value) {
        return new Object[] {
            value.indicator(),
            value.group(),
            value.state(),
            value.value(),
            value.numerator(),
            value.denominator(),
            value.text(),
            value.explanation(),
            value.identifiers(),
            value.attributes(),
            value.restatementReason()
        };
    }

    private static Object[] narrative(Revision.StoredNarrative narrative) {
        return new Object[] {narrative.pillar(), narrative.text()};
    }

    private static Object[] caseStudy(Revision.StoredCaseStudy study) {
        return new Object[] {study.pillar(), study.title(), study.text()};
    }

    private static Object[] query(Revision.StoredQuery query) {
        return new Object[] {
            query.place(),
            query.indicator(),
            query.group(),
            query.rule(),
            query.given(),
            query.mend(),
            query.explanation(),
            query.carriedFrom() == null ? null : query.carriedFrom().start(),
            query.lastExplanation()
        };
    }

    private static void copy(Connection connection, String table, Stream<Object[]> rows) throws SQLException {
        try (var lines = new CopyLines(connection, table)) {
            for (var row : (Iterable<Object[]>) rows::iterator) {
                lines.row(row);
            }
            lines.end();
        }
    }

    /** The rows of a list that each revision has, in order; nothing is begun where no revision has any. */
    private static <T> void parts(
            Connection connection,
            String table,
            List<Revision> revisions,
            Function<Revision, List<T>> list,
            Function<T, Object[]> row)
            throws SQLException {
        if (revisions.stream().allMatch(revision -> list.apply(revision).isEmpty())) {
            return;
        }
        try (var lines = new CopyLines(connection, table)) {
            for (var revision : revisions) {
                var position = 0;
                for (var part : list.apply(revision)) {
                    lines.field(revision.reference()).field(revision.number()).field(position++);
                    lines.row(row.apply(part));
                }
            }
            lines.end();
        }
    }
}
