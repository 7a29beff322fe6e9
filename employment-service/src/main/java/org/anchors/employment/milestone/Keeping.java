package org.anchors.employment.milestone;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.anchors.employment.outcome.Journey;

/** Keeps what is left in the temporary tables of a load and is sound. */
final class Keeping {

    private static final String INSERT =
            "insert into milestone (participant, %1$s, recorded_at) select participant, %1$s, ? from milestone_new"
                    .formatted(Tables.SAID);

    private static final String STATES = """
            insert into participant_state as s (%1$s, untold)
            select %1$s, num_nonnulls(started_on, offered_on, work_on, sustained_on) > 0 from state_new
            on conflict (participant) do update set %2$s, untold = s.untold or (%4$s) is distinct from (%5$s) where %3$s
            """.formatted(
                    Tables.STATE,
                    Arrays.stream(Tables.STATE.split(", "))
                            .skip(1)
                            .map(column -> "%1$s = excluded.%1$s".formatted(column))
                            .collect(Collectors.joining(", ")),
                    Tables.otherState("s", "excluded"),
                    counted("s"),
                    counted("excluded"));

    /** Where others of a cohort were folded by an older version, it stays the older. */
    private static final String FOLDED = """
            insert into cohort_fold as f (cohort, version) select distinct cohort, cast(? as int) from milestone_new
            on conflict (cohort) do update set version = excluded.version where f.version > excluded.version
            """;

    private static final String FOLLOW_UPS = """
            insert into follow_up as f (programme, last_at)
            select distinct programme, cast(? as timestamptz) from state_new
            on conflict (programme) do update set last_at = greatest(f.last_at, excluded.last_at)
            """;

    /** Whether somebody is counted, in which year and as what. */
    private static String counted(String alias) {
        return ("%1$s.year, %1$s.started_on is null, %1$s.offered_on is null, %1$s.work_on is null,"
                        + " %1$s.sustained_on is null")
                .formatted(alias);
    }

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

    /** How many people have come to something else than before. */
    int states() throws SQLException {
        try (var statement = connection.createStatement()) {
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
