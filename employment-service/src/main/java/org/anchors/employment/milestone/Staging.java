package org.anchors.employment.milestone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.IntConsumer;
import org.anchors.kit.copy.CopyLines;

/** Brings what was sent into tables and sorts it there: unknown participants, repetitions, contradictions. */
final class Staging implements AutoCloseable {

    private static final int FETCHED_AT_ONCE = 5_000;

    private static final String RESOLVE = """
            insert into milestone_new (row, participant, cohort, %1$s)
            select distinct on (%2$s) row, participant, cohort, %1$s
            from (select i.row, p.id participant, p.cohort, %3$s
                  from milestone_in i join participant p on p.programme = i.programme and p.pseudonym = i.pseudonym) found
            order by %2$s, row
            """.formatted(Tables.SAID, Tables.IDENTITY, prefixed("i"));

    private static final String UNKNOWN = """
            select i.row from milestone_in i
            where not exists (select from participant p
                              where p.programme = i.programme and p.pseudonym = i.pseudonym) order by i.row
            """;

    private static final String ERASED = """
            select n.row from milestone_new n
            where not exists (select from participant p where p.id = n.participant) order by n.row
            """;

    private static final String CONTRADICTED = """
            select i.row from milestone_in i
              join participant p on p.programme = i.programme and p.pseudonym = i.pseudonym
              join milestone_new n on n.participant = p.id and n.kind = i.kind and n.happened_on = i.happened_on
                and n.record = i.record and n.withdrawn = i.withdrawn
            where n.row <> i.row and %s is distinct from %s order by i.row
            """.formatted(Tables.details("i"), Tables.details("n"));

    private static final String LOCKED = """
            select id from cohort where id in (select cohort from milestone_new) order by id for update
            """;

    private static final String SEALED = """
            select n.row from milestone_new n join cohort c on c.id = n.cohort where c.sealed_at is not null order by n.row
            """;

    private static final String KNOWN_OTHERWISE =
            """
            select n.row from milestone_new n join milestone m on %s where %s is distinct from %s order by n.row
            """.formatted(Tables.same("m", "n"), Tables.details("m"), Tables.details("n"));

    private static final String FORGET_KNOWN = """
            delete from milestone_new n using milestone m where %s
            """.formatted(Tables.same("m", "n"));

    private final Connection connection;
    private final CopyLines lines;
    private int staged;

    Staging(Connection connection) throws SQLException {
        this.connection = connection;
        execute(Tables.CREATE);
        this.lines = new CopyLines(connection, "milestone_in (row, programme, pseudonym, %s)".formatted(Tables.SAID));
    }

    void add(Draft draft) throws SQLException {
        lines.field(draft.row()).field(draft.programme()).field(Draft.bytes(draft.participant()));
        lines.row(draft.columns());
        staged++;
    }

    /** All that was sent is there; what belongs to a participant is sorted from the rest, each milestone once. */
    void end() throws SQLException {
        lines.end();
        execute("analyze milestone_in");
        execute(RESOLVE);
        execute("analyze milestone_new");
    }

    int staged() {
        return staged;
    }

    /** Rows whose participant is not known. */
    void unknown(IntConsumer row) throws SQLException {
        rows(UNKNOWN, row);
    }

    /** Rows whose participant was erased before its cohort could be locked. */
    void unknownSince(IntConsumer row) throws SQLException {
        rows(ERASED, row);
    }

    /** Rows that say something else than another row about the same milestone. */
    void contradicted(IntConsumer row) throws SQLException {
        rows(CONTRADICTED, row);
    }

    /** From here on nobody else changes the cohorts that are concerned. */
    void lock() throws SQLException {
        rows(LOCKED, cohort -> {});
    }

    void sealed(IntConsumer row) throws SQLException {
        rows(SEALED, row);
    }

    /** Rows that say something else than what is stored about the same milestone. */
    void knownOtherwise(IntConsumer row) throws SQLException {
        rows(KNOWN_OTHERWISE, row);
    }

    /** Leaves out what is stored already. */
    void forgetKnown() throws SQLException {
        execute(FORGET_KNOWN);
    }

    /** Leaves out rows that were refused. */
    void forget(Iterable<Integer> rows) throws SQLException {
        try (var delete = connection.prepareStatement("delete from milestone_new where row = ?")) {
            for (var row : rows) {
                delete.setInt(1, row);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private void rows(String sql, IntConsumer each) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setFetchSize(FETCHED_AT_ONCE);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    each.accept(found.getInt(1));
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String prefixed(String alias) {
        return alias + "." + Tables.SAID.replace(", ", ", " + alias + ".");
    }

    @Override
    public void close() throws SQLException {
        lines.close();
    }
}
