package org.anchors.employment.milestone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.employment.outcome.OrderCheck;
import org.anchors.employment.programme.ProgrammeAccess;

/** How far people in some cohorts have come by their records, beside what is stored of it. Works in the tables of a load. */
final class Recount {

    private static final String OTHERS = """
            select cohort, count(*) from (
              select coalesce(s.cohort, n.cohort) cohort
              from (select * from participant_state where cohort = any (?)) s full join state_new n on n.participant = s.participant
              where %s) other
            group by cohort
            """.formatted(Tables.otherState("s", "n"));

    private static final String FOLDED =
            "select cohort, count(*) from state_new where cohort = any (?) group by cohort";

    private static final String WITHOUT_RECORDS = """
            delete from participant_state s where s.cohort = any (?)
              and not exists (select from state_new n where n.participant = s.participant)
            """;

    private final Connection connection;
    private final List<Long> cohorts;

    private Recount(Connection connection, List<Long> cohorts) {
        this.connection = connection;
        this.cohorts = cohorts;
    }

    /** Folds the people of some cohorts; nothing that is stored changes. */
    static Recount of(Connection connection, List<Long> cohorts, List<ProgrammeAccess.Known> programmes)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(Tables.CREATE);
        }
        var byKey = programmes.stream().collect(Collectors.toMap(ProgrammeAccess.Known::key, Function.identity()));
        new Folding(connection, byKey, new Unasked()).foldStored(cohorts);
        return new Recount(connection, cohorts);
    }

    /** What is stored was asked about when it came. */
    private static final class Unasked implements Folding.Findings {
        @Override
        public void error(Folding.On on, OrderCheck.Finding finding) {}

        @Override
        public void query(Folding.On on, OrderCheck.Finding finding) {}

        @Override
        public void tooMany(int row) {}
    }

    /** How many people of a cohort there are records of, by the cohort. */
    Map<Long, Integer> people() throws SQLException {
        return counts(FOLDED);
    }

    /** Of how many people of a cohort something else is stored than their records come to, by the cohort. */
    Map<Long, Integer> others() throws SQLException {
        return counts(OTHERS);
    }

    /** Stores what the records come to; answers of how many people something else was stored. */
    int store() throws SQLException {
        try (var delete = connection.prepareStatement(WITHOUT_RECORDS)) {
            delete.setArray(1, connection.createArrayOf("bigint", cohorts.toArray()));
            return delete.executeUpdate() + new Keeping(connection).states();
        }
    }

    private Map<Long, Integer> counts(String sql) throws SQLException {
        var counts = new HashMap<Long, Integer>();
        try (var query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("bigint", cohorts.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getLong(1), rows.getInt(2));
                }
            }
        }
        return counts;
    }
}
