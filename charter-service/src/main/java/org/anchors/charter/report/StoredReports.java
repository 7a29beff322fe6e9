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
import org.anchors.kit.copy.Inserts;
import org.anchors.kit.copy.Target;
import org.anchors.kit.outbox.Outbox;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes reports and their revisions as rows: one or many by the same statements, in the present transaction. */
@ApplicationScoped
class StoredReports {

    private static final Target REPORTS = Target.of(
            "annual_report (reference text, organisation text, year int, state text, revision int, decisions int,"
                    + " submitted_at timestamptz, version bigint)");
    private static final Target REVISIONS =
            Target.of("report_revision (reference text, revision int, submitted_at timestamptz, submitted_by text,"
                    + " catalogue text, due date, kind text, reason text, framework text, approval_role text, approval_on date,"
                    + " approval_minute text)");
    private static final Target VALUES = Target.of(
            "reported_value (reference text, revision int, position int, indicator text, grp text, state text,"
                    + " value numeric, numerator numeric, denominator numeric, text text, explanation text, identifiers text,"
                    + " attributes text, restatement_reason text)");
    private static final Target NARRATIVES =
            Target.of("narrative (reference text, revision int, position int, pillar text, text text)");
    private static final Target CASE_STUDIES =
            Target.of("case_study (reference text, revision int, position int, pillar text, title text, text text)");
    private static final Target QUERIES =
            Target.of("report_query (reference text, revision int, position int, place text, indicator text, grp text,"
                    + " rule text, given text, mend text, explanation text, carried_from int, last_explanation text)");

    static final String OWNED = "reported_identifier";
    private static final Target OWNERS =
            Target.of(OWNED + " (year int, indicator text, identifier text, reference text)");

    /** Up to so many reports are written by inserts. */
    private static final int FEW = 2;

    private final EntityManager database;
    private final Outbox outbox;

    StoredReports(EntityManager database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Adds reports with their first revisions, and announces them. */
    void add(List<FirstReport> reports) {
        var revisions = reports.stream().map(FirstReport::revision).toList();
        write(reports.size(), tables -> {
            tables.fill(REPORTS, reports.stream().map(first -> report(first.report())));
            add(revisions, tables);
            tables.fill(
                    Outbox.ROWS,
                    outbox.rows(reports.stream().map(FirstReport::event).toList()));
        });
        own(revisions);
    }

    /** Adds a later revision of a report. */
    void add(Revision revision) {
        database.createNativeQuery("delete from %s where reference = :reference".formatted(OWNED))
                .setParameter("reference", revision.reference())
                .executeUpdate();
        write(1, tables -> add(List.of(revision), tables));
        own(List.of(revision));
    }

    /** After the reports: of one that was there already nothing but that is told. */
    private void own(List<Revision> revisions) {
        var owned = revisions.stream().flatMap(StoredReports::owned).toList();
        write(Math.min(owned.size(), revisions.size()), tables -> tables.fill(OWNERS, owned.stream()));
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

    /** Where rows go. */
    private interface Tables {
        void fill(Target table, Stream<@Nullable Object[]> rows) throws SQLException;
    }

    /** Many by COPY, which takes long to begin and end and little for each row. */
    private void write(int reports, Writing writing) {
        if (reports > 0) {
            database.unwrap(Session.class).doWork(connection -> {
                if (reports > FEW) {
                    writing.into((table, rows) -> copy(connection, table, rows));
                } else {
                    var inserts = new Inserts();
                    writing.into(inserts::add);
                    inserts.execute(connection);
                }
            });
        }
    }

    /** Does not even begin where there are no rows. */
    private static void copy(Connection connection, Target table, Stream<@Nullable Object[]> rows) throws SQLException {
        var each = rows.iterator();
        if (!each.hasNext()) {
            return;
        }
        try (var lines = new CopyLines(connection, table.named())) {
            while (each.hasNext()) {
                lines.row(each.next());
            }
            lines.end();
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
            revision.due(),
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

    private static Stream<Object[]> owned(Revision revision) {
        return revision.owned().stream()
                .map(owned -> new Object[] {owned.year(), owned.indicator(), owned.identifier(), revision.reference()});
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
}
