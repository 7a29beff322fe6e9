package org.anchors.employment.milestone;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.anchors.employment.outcome.Journey;
import org.anchors.employment.total.Untold;

/** Keeps what is left in the temporary tables of a load and is sound. */
final class Keeping {

    private static final String INSERT =
            "insert into milestone (participant, %1$s, recorded_at) select participant, %1$s, ? from milestone_new"
                    .formatted(Tables.SAID);

    /** In each year by itself, what somebody is counted in and was not, or was and is not. */
    private static final String UNTOLD =
            Untold.ADD.formatted("""
            select participant, programme, year, bit_xor(counts) from (
              select participant, programme, year, %s counts from state_new n
              union all
              select participant, s.programme, s.year, %s from participant_state s join state_new using (participant)) counted
            where year is not null group by participant, programme, year having bit_xor(counts) > 0
            """.formatted(Untold.countsOf("n"), Untold.countsOf("s")));

    private static final String STATES = """
            insert into participant_state as s (%1$s) select %1$s from state_new
            on conflict (participant) do update set %2$s where %3$s
            """.formatted(
                    Tables.STATE,
                    Arrays.stream(Tables.STATE.split(", "))
                            .skip(1)
                            .map(column -> "%1$s = excluded.%1$s".formatted(column))
                            .collect(Collectors.joining(", ")),
                    Tables.otherState("s", "excluded"));

    /** Where others of a cohort were folded by an older version, it stays the older. */
    private static final String FOLDED = """
            insert into cohort_fold as f (cohort, version) select distinct cohort, cast(? as int) from milestone_new order by cohort
            on conflict (cohort) do update set version = excluded.version where f.version > excluded.version
            """;

    private static final String FOLLOW_UPS = """
            insert into follow_up as f (programme, last_at)
            select distinct programme, cast(? as timestamptz) from state_new order by programme
            on conflict (programme) do update set last_at = greatest(f.last_at, excluded.last_at)
            """;

    private final Connection connection;

    Keeping(Connection connection) {
        this.connection = connection;
    }

    /** How many milestones are left. */
    int count() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from milestone_new")) {
            row.next();
            return row.getInt(1);
        }
    }

    void milestones(OffsetDateTime recordedAt) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, recordedAt);
            insert.executeUpdate();
        }
    }

    void followUps(OffsetDateTime recordedAt) throws SQLException {
        try (var insert = connection.prepareStatement(FOLLOW_UPS)) {
            insert.setObject(1, recordedAt);
            insert.executeUpdate();
        }
    }

    /** Notes what of it is untold of groups; answers how many people have come to something else than before. */
    int states() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(UNTOLD);
            return statement.executeUpdate(STATES);
        }
    }

    void folded() throws SQLException {
        try (var insert = connection.prepareStatement(FOLDED)) {
            insert.setInt(1, Journey.VERSION);
            insert.executeUpdate();
        }
    }

    /** The cohorts of what was kept. */
    List<Long> cohorts() throws SQLException {
        var cohorts = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select distinct cohort from milestone_new order by cohort")) {
            while (rows.next()) {
                cohorts.add(rows.getLong(1));
            }
        }
        return cohorts;
    }
}
