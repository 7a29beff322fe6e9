package org.anchors.employment.milestone;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.anchors.employment.outcome.Entry;
import org.anchors.employment.outcome.History;
import org.anchors.employment.outcome.Journey;
import org.anchors.employment.outcome.OrderCheck;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.copy.CopyLines;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far participants have come, from everything that is recorded about each and what is new: some participants at a time,
 * so that memory does not grow with their number.
 */
final class Folding {

    private static final int PARTICIPANTS_AT_ONCE = 2_000;
    private static final int FETCHED_AT_ONCE = 5_000;

    /** To fold a participant's records takes the more time for each the more there are; nobody has had so many milestones. */
    static final int MOST_RECORDS = 1_000;

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

    /** One record with the row that it came in; a stored one has none. */
    private record Line(@Nullable Integer row, Entry entry) {
        On on() {
            return new On(Objects.requireNonNull(row), entry.milestone().on());
        }
    }

    /** One participant's records. */
    private record Person(long participant, String programme, long cohort, List<Line> lines) {}

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
                some.add(new Person(
                        participant, rows.getString("programme"), rows.getLong("cohort"), new ArrayList<>()));
            }
            add(some.getLast(), line(rows));
        }
        write(some);
    }

    private void add(Person person, Line line) {
        if (line.row() != null && person.lines().size() >= MOST_RECORDS) {
            findings.tooMany(line.row());
        } else {
            person.lines().add(line);
        }
    }

    private void write(List<Person> some) throws SQLException {
        try (var lines = new CopyLines(connection, "state_new (%s)".formatted(Tables.STATE))) {
            for (var person : some) {
                state(person, lines);
            }
            lines.end();
        }
    }

    private void state(Person person, CopyLines lines) throws SQLException {
        var history = sound(person);
        if (history.effective().isEmpty() && person.lines().isEmpty()) {
            return;
        }
        var rule = programme(person.programme()).rule();
        lines.field(person.participant()).field(person.programme()).field(person.cohort());
        lines.row(State.of(Journey.of(history, rule), rule));
    }

    private ProgrammeAccess.Known programme(String key) {
        return Objects.requireNonNull(programmes.get(key));
    }

    /** What holds of a participant's records, without the new ones that cannot have happened. */
    private History sound(Person person) {
        var history = history(person.lines());
        var found = OrderCheck.of(history);
        for (var errors = errors(found, person); !errors.isEmpty(); errors = errors(found, person)) {
            refuse(person, errors);
            history = history(person.lines());
            found = OrderCheck.of(history);
        }
        found.stream().filter(finding -> !finding.error()).forEach(finding -> line(
                        person, entry -> entry.equals(finding.entry()))
                .ifPresent(line -> findings.query(line.on(), finding)));
        return history;
    }

    /** What is wrong with the new records: what was stored before may be out of order by a rule that is younger. */
    private static List<OrderCheck.Finding> errors(List<OrderCheck.Finding> found, Person person) {
        var errors = found.stream().filter(OrderCheck.Finding::error).toList();
        if (errors.isEmpty()) {
            return errors;
        }
        var stored = Set.copyOf(OrderCheck.of(history(
                person.lines().stream().filter(line -> line.row() == null).toList())));
        return errors.stream().filter(error -> !stored.contains(error)).toList();
    }

    private void refuse(Person person, List<OrderCheck.Finding> errors) {
        var refused = new HashSet<Line>();
        for (var error : errors) {
            var line = atFault(person, error);
            findings.error(line.on(), error);
            refused.add(line);
        }
        person.lines().removeAll(refused);
    }

    /** The new record that brought two out of order: one of the two, or one that superseded what had kept them in order. */
    private static Line atFault(Person person, OrderCheck.Finding finding) {
        return line(person, entry -> entry.equals(finding.entry()))
                .or(() -> line(person, entry -> entry.equals(finding.against())))
                .or(() -> line(person, entry -> entry.corrects() != null))
                .or(() -> line(person, entry -> true))
                .orElseThrow();
    }

    private static Optional<Line> line(Person person, Predicate<Entry> wanted) {
        return person.lines().stream()
                .filter(line -> line.row() != null && wanted.test(line.entry()))
                .findFirst();
    }

    private static History history(List<Line> lines) {
        return History.of(lines.stream().map(Line::entry).toList());
    }

    private static Line line(ResultSet row) throws SQLException {
        var number = row.getInt("row");
        return new Line(row.wasNull() ? null : number, StoredEntry.of(row));
    }
}
