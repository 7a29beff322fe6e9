package org.anchors.employment.milestone;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchors.employment.outcome.History;
import org.anchors.employment.outcome.Journey;
import org.anchors.employment.outcome.OrderCheck;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.copy.CopyLines;

/**
 * Tells how far participants have come, from everything that is recorded about each and what is new: some participants at a time,
 * so that memory does not grow with their number.
 */
final class Folding {

    private static final int PARTICIPANTS_AT_ONCE = 2_000;
    private static final int FETCHED_AT_ONCE = 5_000;

    private static final String WITH_WHAT_IS_NEW = """
            select a.participant, p.programme, p.cohort, a.row, %1$s
            from (select participant, null::int as row, %2$s from milestone
                  where participant in (select participant from milestone_new)
                  union all select participant, row, %2$s from milestone_new) a
            join participant p on p.id = a.participant
            order by a.participant, a.row nulls first
            """.formatted("a." + Tables.SAID.replace(", ", ", a."), Tables.SAID);

    private static final String STORED = """
            select participant, programme, cohort, null::int as row, %s
            from milestone join participant p on p.id = participant where p.cohort = any (?) order by participant
            """.formatted(Tables.SAID);

    private final Connection connection;
    private final Map<String, ProgrammeAccess.Known> programmes;
    private final Findings findings;

    Folding(Connection connection, Map<String, ProgrammeAccess.Known> programmes, Findings findings) {
        this.connection = connection;
        this.programmes = programmes;
        this.findings = findings;
    }

    /** Is told of what is out of order. */
    interface Findings {
        void error(On on, OrderCheck.Finding finding);

        void query(On on, OrderCheck.Finding finding);

        void tooMany(int row);
    }

    /** The row of a new record, and the day that it gives. */
    record On(int row, LocalDate day) {}

    /** Folds the participants of what is new; the states are in {@code state_new} afterwards. */
    void fold() throws SQLException {
        try (var query = connection.prepareStatement(WITH_WHAT_IS_NEW)) {
            fold(query);
        }
    }

    /** Folds everybody in some cohorts from what is stored, which was found to be in order when it came. */
    void foldStored(List<Long> cohorts) throws SQLException {
        try (var query = connection.prepareStatement(STORED)) {
            query.setArray(1, connection.createArrayOf("bigint", cohorts.toArray()));
            fold(query);
        }
    }

    private void fold(PreparedStatement query) throws SQLException {
        query.setFetchSize(FETCHED_AT_ONCE);
        try (var rows = query.executeQuery()) {
            fold(rows);
        }
    }

    private void fold(ResultSet rows) throws SQLException {
        var some = new ArrayList<Person>();
        while (rows.next()) {
            var participant = rows.getLong("participant");
            if (some.isEmpty() || some.getLast().participant() != participant) {
                if (some.size() == PARTICIPANTS_AT_ONCE) {
                    write(some);
                    some.clear();
                }
                some.add(new Person(participant, rows.getString("programme"), rows.getLong("cohort")));
            }
            some.getLast().add(line(rows), findings);
        }
        write(some);
    }

    /** What is found is told before anything is written: the connection is free for it. */
    private void write(List<Person> some) throws SQLException {
        var histories = some.stream().map(person -> person.sound(findings)).toList();
        try (var lines = new CopyLines(connection, "state_new (%s)".formatted(Tables.STATE))) {
            for (var index = 0; index < some.size(); index++) {
                state(some.get(index), histories.get(index), lines);
            }
            lines.end();
        }
    }

    private void state(Person person, History history, CopyLines lines) throws SQLException {
        if (!person.hasRecords()) {
            return;
        }
        var rule = programme(person.programme()).rule();
        lines.field(person.participant()).field(person.programme()).field(person.cohort());
        lines.row(State.of(Journey.of(history, rule), rule));
    }

    private ProgrammeAccess.Known programme(String key) {
        return Objects.requireNonNull(programmes.get(key));
    }

    private static Person.Line line(ResultSet row) throws SQLException {
        var number = row.getInt("row");
        return new Person.Line(row.wasNull() ? null : number, StoredEntry.of(row));
    }
}
