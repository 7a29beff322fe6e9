package org.anchors.local.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.anchors.local.home.Secrets;

/** The platform's databases, each with an owner of the same name, whose password is the secret {@code database.NAME}. */
public final class Databases {

    public static final List<String> NAMES = Stream.concat(
                    Application.SERVICES.stream().map(Databases::of), Stream.of("keycloak"))
            .toList();

    private Databases() {}

    /** The database of a service, such as {@code social_value} of {@code social-value-service}. */
    public static String of(String service) {
        return service.replace("-service", "").replace('-', '_');
    }

    /**
     * Creates those that are missing on one server, and lets every owner have the password that it has among the secrets. Answers
     * the exit code.
     *
     * @param server its name and port
     */
    public static int createMissing(String server, Secrets secrets) {
        try (var connection = connect("jdbc:postgresql://" + server + "/" + Postgres.SUPERUSER, secrets)) {
            createMissing(connection, NAMES, secrets);
            return 0;
        } catch (SQLException e) {
            System.err.println("The databases cannot be created: " + e.getMessage());
            return 1;
        }
    }

    static void createMissing(Connection connection, List<String> names, Secrets secrets) throws SQLException {
        for (var name : names) {
            createMissing(connection, name, secrets.of(Secrets.ownerOf(name)));
        }
    }

    /** A connection of the superuser. */
    static Connection connect(String url, Secrets secrets) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", Postgres.SUPERUSER);
        properties.setProperty("password", secrets.of(Secrets.SUPERUSER));
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    /** Names and generated passwords are our own and hold no quotes. */
    private static void createMissing(Connection connection, String name, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            var role = "role " + name + " login password '" + password + "'";
            statement.execute((exists(connection, "pg_roles", "rolname", name) ? "alter " : "create ") + role);
            if (!exists(connection, "pg_database", "datname", name)) {
                statement.execute("create database " + name + " owner " + name);
            }
            statement.execute("revoke connect on database " + name + " from public");
        }
    }

    private static boolean exists(Connection connection, String catalogue, String column, String name)
            throws SQLException {
        var sql = "select 1 from " + catalogue + " where " + column + " = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
