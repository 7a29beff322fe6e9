package org.anchors.local.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.anchors.local.client.Impossible;
import org.anchors.local.client.Running;
import org.anchors.local.engine.Postgres;
import org.anchors.local.home.Home;

/**
 * Copies everything that a running platform keeps into one file, while it serves: Kafka first, then PostgreSQL with the databases
 * of all services and of Keycloak, then the secrets. What was told through Kafka in between stands in the copied databases as
 * told, and may be missing in the copied topics; therefore a restored platform tells it again, which has no second effect.
 */
public final class Backup {

    static final String DESCRIPTION = "backup.properties";
    static final String BEGAN = "began";
    static final String ENGINE = "engine";
    static final String FORM = "form";
    /** Raised when a backup of an earlier form cannot be restored any more. */
    static final String PRESENT_FORM = "1";

    private final Home home;

    public Backup(Home home) {
        this.home = home;
    }

    /** Answers 0 when the file is whole. */
    public int run(String file) {
        var target = Path.of(file).toAbsolutePath();
        if (Files.exists(target)) {
            throw exists(target);
        }
        var platform = Running.in(home);
        var began = Instant.now();
        try (var backup = new BackupFile(target);
                var session = session(platform)) {
            write(backup, session, began);
            System.out.printf(
                    "Backed up into %s (%,d MB, %.1f s). It holds all data and all secrets: keep it as safe as the platform.%n",
                    target,
                    Files.size(target) / 1_000_000,
                    Duration.between(began, Instant.now()).toMillis() / 1000.0);
        } catch (FileAlreadyExistsException meanwhile) {
            throw exists(target);
        } catch (SQLException failure) {
            throw new Impossible("PostgreSQL does not let itself be copied: " + failure.getMessage());
        } catch (IOException failure) {
            throw new Impossible("The backup cannot be written to %s: %s".formatted(target, failure));
        }
        return 0;
    }

    /** The database engine, its major version and the kind of machine: what its files can be read by. */
    static String engine() {
        return "PostgreSQL %s on %s".formatted(Postgres.majorVersion(), System.getProperty("os.arch"));
    }

    private static Impossible exists(Path target) {
        return new Impossible("There is a file " + target + " already; a backup never replaces another.");
    }

    private void write(BackupFile backup, Connection session, Instant began) throws IOException, SQLException {
        var description = "%s=%s%n%s=%s%n%s=%s%n".formatted(FORM, PRESENT_FORM, BEGAN, began, ENGINE, engine());
        backup.bytes(DESCRIPTION, description.getBytes(StandardCharsets.UTF_8));
        new KafkaCopy(home.data("kafka")).into(backup, "data/kafka");
        new PostgresCopy(home.data("postgres"), session).into(backup, "data/postgres");
        backup.file(home.secrets().getFileName().toString(), home.secrets());
        backup.finish();
    }

    /** Without a limit to how long a question may take: the checkpoint that a copy begins with has to write what is in memory. */
    private static Connection session(Running platform) throws SQLException {
        var account = new Properties();
        account.putAll(Map.of(
                "user", platform.fact("postgres.superuser"),
                "password", platform.fact("postgres.password"),
                "connectTimeout", "10"));
        var url = "jdbc:postgresql://%s:%s/postgres"
                .formatted(platform.fact("postgres.host"), platform.fact("postgres.port"));
        return DriverManager.getConnection(url, account);
    }
}
