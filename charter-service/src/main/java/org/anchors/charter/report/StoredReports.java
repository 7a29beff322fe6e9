package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchors.kit.copy.CopyLines;
import org.anchors.kit.copy.InsertLines;
import org.hibernate.Session;

/** Writes reports and their revisions as rows: one or many by the same statements, in the present transaction. */
@ApplicationScoped
class StoredReports {

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

    /** Up to so many reports are written by inserts. */
    private static final int FEW = 2;

    private final EntityManager database;

    StoredReports(EntityManager database) {
        this.database = database;
    }

    /** Adds reports with their first revisions. */
    void add(List<FirstReport> reports) {
        write(reports.size(), tables -> {
            tables.fill(REPORTS, reports.stream().map(first -> report(first.report())));
            add(reports.stream().map(FirstReport::revision).toList(), tables);
        });
    }

    /** Adds a later revision of a report. */
    void add(Revision revision) {
        write(1, tables -> add(List.of(revision), tables));
    }

    private static void add(List<Revision> revisions, Tables tables) throws SQLException {
        tables.fill(REVISIONS, revisions.stream().map(StoredReports::revision));
        tables.fill(VALUES, parts(revisions, Revision::values, StoredReports::value));
        tables.fill(NARRATIVES, parts(revisions, Revision::narratives, StoredReports::narrative));
        tables.fill(CASE_STUDIES, parts(revisions, Revision::caseStudies, StoredReports::caseStudy));
        tables.fill(QUERIES, parts(revisions, Revision::queries, StoredReports::query));
    }

    private interface Writing {
        void into(Tables tables) throws SQLException;
    }

    private void write(int reports, Writing writing) {
        if (reports > 0) {
            database.unwrap(Session.class).doWork(connection -> writing.into(new Tables(connection, reports > FEW)));
        }
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

    /** The rows of a list that each revision has, in order. */
    private static <T> Stream<Object[]> parts(
            List<Revision> revisions, Function<Revision, List<T>> list, Function<T, Object[]> row) {
        return revisions.stream().flatMap(revision -> {
            var parts = list.apply(revision);
            return IntStream.range(0, parts.size())
                    .mapToObj(position -> at(revision, position, row.apply(parts.get(position))));
        });
    }

    private static Object[] at(Revision revision, int position, Object[] part) {
        var row = new Object[part.length + 3];
        row[0] = revision.reference();
        row[1] = revision.number();
        row[2] = position;
        System.arraycopy(part, 0, row, 3, part.length);
        return row;
    }

    /**
     * The tables that rows go to.
     *
     * @param byCopy whether by COPY, which takes long to begin and end and little for each row; else by inserts
     */
    private record Tables(Connection connection, boolean byCopy) {

        /** Fills a table; does not even begin where there are no rows. */
        void fill(String table, Stream<Object[]> rows) throws SQLException {
            var each = rows.iterator();
            if (!each.hasNext()) {
                return;
            }
            try (var lines = byCopy ? new CopyLines(connection, table) : new InsertLines(connection, table)) {
                while (each.hasNext()) {
                    lines.row(each.next());
                }
                lines.end();
            }
        }
    }
}
