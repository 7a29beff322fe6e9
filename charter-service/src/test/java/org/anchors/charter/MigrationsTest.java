package org.anchors.charter;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.anchors.kit.testing.Engines;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** operations.md, Upgrade: what a release may ask of a database that other versions use at the same time. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class MigrationsTest {

    @Inject
    Flyway flyway;

    @Inject
    DataSource database;

    /** Above everything this version has, and the kit's own, which count from below. */
    @ParameterizedTest
    @ValueSource(strings = {"9999", "0999"})
    void letAVersionStartOnADatabaseThatALaterOneHasMigrated(String later) throws SQLException {
        execute("""
                insert into flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                select max(installed_rank) + 1, '%1$s', 'of a later release', 'SQL', 'V%1$s__of_a_later_release.sql', 1,
                  current_user, 1, true from flyway_schema_history
                """.formatted(later));
        try {
            assertEquals(0, assertDoesNotThrow(flyway::migrate).migrationsExecuted);
        } finally {
            execute("delete from flyway_schema_history where version = '" + later + "'");
        }
    }

    @Test
    void mayBuildIndexesConcurrentlyThoughReplicasStartAtOnce(@TempDir Path migrations)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        Files.writeString(migrations.resolve("V1__large.sql"), "create table large (number int)");
        Files.writeString(migrations.resolve("V2__up.sql"), "create index concurrently up on large (number)");
        Files.writeString(migrations.resolve("V3__down.sql"), "create index concurrently down on large (number desc)");
        var release = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas("later_release")
                .locations("filesystem:" + migrations)
                // Not those that were found when the service was built.
                .resourceProvider(null)
                .javaMigrationClassProvider(null)
                .initSql("set statement_timeout = '20s'");
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = replicas.submit(() -> release.load().migrate().migrationsExecuted);
            assertEquals(3, release.load().migrate().migrationsExecuted + other.get());
        } finally {
            execute("drop schema if exists later_release cascade");
        }
    }

    /** V1700 was the last one of the version before V1801, which took identifiers of any length. */
    @Test
    void takeWhatTheVersionBeforeHasStored() throws SQLException {
        var older = Flyway.configure().configuration(flyway.getConfiguration()).schemas("older_release");
        try {
            older.target("1700").load().migrate();
            execute("""
                    set search_path to older_release;
                    insert into indicator_catalogue (edition, first_year, definition) values ('2024.1', 2021, '{}');
                    insert into reporting_year (year, opens, due) values (2025, '2026-04-01', '2026-09-30');
                    insert into organisation (key, name, sector, places, alliances, level, note)
                    values ('ecc', '', '', '{}', '{}', '', ''), ('police', '', '', '{}', '{}', '', '');
                    insert into annual_report (reference, organisation, year, state, revision, submitted_at, version)
                    select key || '-2025-26', key, 2025, 'SUBMITTED', 1, now(), 0 from organisation;
                    insert into report_revision (reference, revision, submitted_at, submitted_by, catalogue)
                    select reference, 1, now(), 'somebody', '2024.1' from annual_report;
                    insert into reported_value (reference, revision, position, indicator, state, value, attributes)
                    select reference, 1, 0, 'PRO-05', 'GIVEN', 1000,
                           json_build_object('contracts', 'C-1; C-2;' || (
                             select string_agg(md5(organisation || piece), '') from generate_series(1, 1000) piece))
                    from annual_report;
                    reset search_path
                    """);
            older.target("latest").load().migrate();
            assertEquals(
                    List.of("C-1 ecc-2025-26", "C-2 ecc-2025-26"),
                    texts("select identifier || ' ' || reference from older_release.reported_identifier order by 1"));
        } finally {
            execute("drop schema if exists older_release cascade");
        }
    }

    private List<String> texts(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
