package org.anchors.local.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.anchors.local.home.Progress;

/** Says what reference data the charter service has loaded into its database at its start. */
final class ReferenceData {

    private final Platform platform;
    private final Progress progress;

    ReferenceData(Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
    }

    void report(Instant began) {
        if (platform.services().isEmpty()) {
            return;
        }
        try (var connection = platform.postgres().connect("charter")) {
            var counts = count(connection, "organisation") + " organisations, "
                    + count(connection, "commitment") + " commitments, "
                    + count(connection, "indicator") + " indicators";
            progress.done("reference data", counts, Duration.between(began, Instant.now()));
        } catch (SQLException e) {
            progress.note(
                    "reference data",
                    "cannot be counted: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
