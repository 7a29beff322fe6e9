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

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
