package org.anchors.employment.milestone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.anchors.kit.copy.CopyLines;

/** Brings what was sent into tables and sorts it there: unknown participants, repetitions, contradictions. */
final class Staging implements AutoCloseable {

    private static final int FETCHED_AT_ONCE = 5_000;

    /** All that sorting needs is found out in one reading: who it is about, and what stood about the same in rows before. */
    private static final String RESOLVE = """
            insert into milestone_new (row, participant, cohort, %1$s, nth, contradicts)
            select row, id, cohort, %1$s, row_number() over same, %2$s is distinct from first_value(%2$s) over same
            from (select i.*, p.id, p.cohort
                  from milestone_in i left join participant p on p.programme = i.programme and p.pseudonym = i.pseudonym) sent
            window same as (partition by id, kind, happened_on, record, withdrawn order by row)
            """.formatted(Tables.SAID, Tables.details("sent"));

    private static final String UNKNOWN = "select row from milestone_new where participant is null order by row";

    private static final String CONTRADICTED =
            "select row from milestone_new where contradicts and participant is not null order by row";

    private static final String FORGET_OTHERS = "delete from milestone_new where participant is null or nth > 1";

    private static final String ERASED = """
            select n.row from milestone_new n
            where not exists (select from participant p where p.id = n.participant) order by n.row
            """;

    private static final String LOCKED = """
            select id from cohort where id in (select cohort from milestone_new) order by id for update
            """;

    private static final String SEALED = """
            select n.row from milestone_new n join cohort c on c.id = n.cohort where c.sealed_at is not null order by n.row
            """;

    /** What was withdrawn does not come back by being sent again, unless it was withdrawn in these rows too. */
    private static final String FORGET_KNOWN =
            """
            delete from milestone_new n using milestone m where %s
            returning n.row, %s is distinct from %s, not n.withdrawn and exists (
              select from milestone c where c.participant = m.participant and c.withdrawn and c.corrects_kind = m.kind
                and c.corrects_on = m.happened_on and c.corrects_record = m.record
                and not exists (select from milestone_new w where %s))
            """.formatted(Tables.same("m", "n"), Tables.details("m"), Tables.details("n"), Tables.same("c", "w"));

    private final Connection connection;
    private Optional<CopyLines> lines = Optional.empty();

    Staging(Connection connection) throws SQLException {
        this.connection = connection;
        execute(Tables.CREATE);
        execute("set local work_mem = '64MB'");
    }

    void add(Draft draft) throws SQLException {
        var into = lines.isPresent() ? lines.get() : begin();
        into.field(draft.row()).field(draft.programme()).field(Draft.bytes(draft.participant()));
        into.row(draft.columns());
    }

    private CopyLines begin() throws SQLException {
        var begun = new CopyLines(connection, "milestone_in (row, programme, pseudonym, %s)".formatted(Tables.SAID));
        lines = Optional.of(begun);
        return begun;
    }

    /** What was added is there, and the connection can do something else before more is added. */
    void pause() throws SQLException {
        if (lines.isPresent()) {
            lines.get().end();
            lines = Optional.empty();
        }
    }

    /** All that was sent is there; what belongs to a participant is sorted from the rest, each milestone once. */
    void end() throws SQLException {
        pause();
        execute("analyze milestone_in (programme, pseudonym)");
        execute(RESOLVE);
        execute("analyze milestone_new (participant, cohort, kind, happened_on, record, withdrawn)");
    }

    /** Rows whose participant is not known. */
    void unknown(IntConsumer row) throws SQLException {
        rows(UNKNOWN, row);
    }

    /** Rows whose participant was erased before its cohort could be locked. */
    void unknownSince(IntConsumer row) throws SQLException {
        rows(ERASED, row);
    }

    /** Rows that say something else than an earlier row about the same milestone. */
    void contradicted(IntConsumer row) throws SQLException {
        rows(CONTRADICTED, row);
    }

    /** Leaves out what belongs to nobody, and each milestone but once. */
    void forgetOthers() throws SQLException {
        execute(FORGET_OTHERS);
    }

    /** From here on nobody else changes the cohorts that are concerned. */
    void lock() throws SQLException {
        rows(LOCKED, cohort -> {});
    }

    void sealed(IntConsumer row) throws SQLException {
        rows(SEALED, row);
    }

    /**
     * Leaves out what is stored already.
     *
     * @param otherwise is told of the rows that say something else about it than what is stored
     * @param withdrawn is told of the rows about what was withdrawn
     */
    void forgetKnown(IntConsumer otherwise, IntConsumer withdrawn) throws SQLException {
        try (var delete = connection.prepareStatement(FORGET_KNOWN);
                var known = delete.executeQuery()) {
            while (known.next()) {
                if (known.getBoolean(2)) {
                    otherwise.accept(known.getInt(1));
                } else if (known.getBoolean(3)) {
                    withdrawn.accept(known.getInt(1));
                }
            }
        }
    }

    /** Leaves out rows that were refused. */
    void forget(Integer[] rows) throws SQLException {
        try (var delete = connection.prepareStatement("delete from milestone_new where row = any (?)")) {
            delete.setArray(1, connection.createArrayOf("int", rows));
            delete.executeUpdate();
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

    @Override
    public void close() throws SQLException {
        if (lines.isPresent()) {
            lines.get().close();
        }
    }
}
