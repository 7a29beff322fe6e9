package org.anchors.local.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.anchors.local.home.Progress;

/** Says what reference data the charter service has loaded into its database at its start. */
final class ReferenceData {

    private static final String COUNTS = """
            select (select count(*) from organisation where successor is null) || ' organisations, '
                || (select count(*) from commitment) || ' commitments, '
                || (select jsonb_array_length(definition::jsonb -> 'indicators')
                    from indicator_catalogue order by first_year desc, edition desc limit 1) || ' indicators'
            """;

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
        try (var connection = platform.postgres().connect("charter");
                var statement = connection.createStatement();
                var counts = statement.executeQuery(COUNTS)) {
            counts.next();
            progress.done("reference data", counts.getString(1), Duration.between(began, Instant.now()));
        } catch (SQLException e) {
            var reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            progress.note("reference data", "cannot be counted: " + reason);
        }
    }
}
