package org.anchors.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anchors.local.home.Facts;
import org.anchors.local.home.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesTest {

    private static final String REFUSED = "28P01";

    private final Map<String, String> engines =
            Facts.read(Path.of(Objects.requireNonNull(System.getProperty("anchors.engines"))));
    private final String name = "made_" + UUID.randomUUID().toString().replace('-', '_');

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Secrets secrets;

    @BeforeEach
    void know() {
        secrets = new Secrets(directory.resolve("secrets.properties"));
        secrets.keep(Secrets.SUPERUSER, Objects.requireNonNull(engines.get("postgres.password")));
    }

    @AfterEach
    void drop() throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("drop role if exists " + name);
        }
    }

    @Test
    void areMadeForAnOwnerOfTheirOwn() throws SQLException {
        make();
        assertEquals(name, signIn(secrets.of(Secrets.ownerOf(name))));
    }

    @Test
    void areLeftAsTheyAreWhenTheyAreThere() throws SQLException {
        make();
        make();
        assertEquals(name, signIn(secrets.of(Secrets.ownerOf(name))));
    }

    @Test
    void areMadeThoughAnEarlierStartMadeTheirOwnerOnly() throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("create role " + name + " login");
        }
        make();
        assertEquals(name, signIn(secrets.of(Secrets.ownerOf(name))));
    }

    @Test
    void areOpenedByThePasswordThatIsKnownNowAndNoOther() throws SQLException {
        make();
        var before = secrets.of(Secrets.ownerOf(name));
        secrets.keep(Secrets.ownerOf(name), secrets.another());
        make();
        assertEquals(name, signIn(secrets.of(Secrets.ownerOf(name))));
        assertEquals(
                REFUSED, assertThrows(SQLException.class, () -> signIn(before)).getSQLState());
    }

    private void make() throws SQLException {
        try (var connection = superuser()) {
            Databases.createMissing(connection, List.of(name), secrets);
        }
    }

    private Connection superuser() throws SQLException {
        return Databases.connect(url("postgres"), secrets);
    }

    private String signIn(String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url(name), name, password);
                var statement = connection.createStatement();
                var who = statement.executeQuery("select current_user")) {
            who.next();
            return who.getString(1);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://%s:%s/%s"
                .formatted(engines.get("postgres.host"), engines.get("postgres.port"), database);
    }
}
