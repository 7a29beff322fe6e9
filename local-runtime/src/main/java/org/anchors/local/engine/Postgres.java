package org.anchors.local.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anchors.local.child.Launch;
import org.anchors.local.child.Part;
import org.anchors.local.child.StartFailed;
import org.anchors.local.home.Home;
import org.anchors.local.home.PrivateFile;
import org.anchors.local.home.Secrets;

/** PostgreSQL, with every commit on the disk before it is answered, and a database with an owner for each who needs one. */
public final class Postgres implements Part {

    public static final String SUPERUSER = "postgres";

    /** Three replicas of three services with 20 each, Keycloak's 15, and some for whoever looks on. */
    private static final String MOST_CONNECTIONS = "220";

    private final Home home;
    private final Secrets secrets;
    private final int port;
    private final List<String> databases;
    private final Path data;

    public Postgres(Home home, Secrets secrets, int port, List<String> databases) {
        this.home = home;
        this.secrets = secrets;
        this.port = port;
        this.databases = List.copyOf(databases);
        this.data = home.data("postgres");
    }

    /** With the database of one service alone. */
    public static Postgres of(String service, Home home, Secrets secrets, int port) {
        return new Postgres(home, secrets, port, List.of(Databases.of(service)));
    }

    /** How a service gets at its database. */
    public Map<String, String> settingsOf(String service) {
        var database = Databases.of(service);
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url(database),
                "QUARKUS_DATASOURCE_USERNAME",
                database,
                "QUARKUS_DATASOURCE_PASSWORD",
                password(database));
    }

    /** Of the PostgreSQL that would be started, such as {@code 18}: the files of another one cannot be read by it. */
    public static String majorVersion() {
        return Archive.ofPostgres().majorVersion();
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare() {
        var binaries = Archive.ofPostgres().unpackInto(home.engines());
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        var passwordFile = home.run("initdb.password");
        PrivateFile.write(passwordFile, superuserPassword() + "\n");
        var partial = home.data("postgres.new");
        Trees.delete(partial);
        var command = asOrdinaryUser(binaries.resolve("bin/initdb"));
        command.addAll(List.of("-D", partial.toString(), "-U", SUPERUSER, "-E", "UTF8", "--no-instructions"));
        command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
        command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        new OneShot("Making the database cluster", command, home.log(name())).run(Map.of());
        try {
            Files.delete(passwordFile);
            Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailed("The database cluster cannot be put into its place: " + e.getMessage());
        }
    }

    @Override
    public Launch launch() {
        var command =
                asOrdinaryUser(Archive.ofPostgres().unpackInto(home.engines()).resolve("bin/postgres"));
        command.addAll(List.of("-D", data.toString()));
        settings().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return new Launch(command, Map.of(), data, "INT");
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(2);
    }

    @Override
    public boolean isReady() throws SQLException {
        try (var connection = connect(SUPERUSER);
                var statement = connection.createStatement()) {
            return statement.execute("select 1");
        }
    }

    @Override
    public void furnish() {
        try (var connection = connect(SUPERUSER)) {
            Databases.createMissing(connection, databases, secrets);
            new Retelling(home, this).run(databases);
        } catch (SQLException e) {
            throw new StartFailed("The databases cannot be created: " + e.getMessage());
        }
    }

    @Override
    public String offers() {
        return "accepts queries on 127.0.0.1:" + port;
    }

    public String superuserPassword() {
        return secrets.of(Secrets.SUPERUSER);
    }

    public String password(String database) {
        return secrets.of(Secrets.ownerOf(database));
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection of the superuser. */
    public Connection connect(String database) throws SQLException {
        return Databases.connect(url(database), secrets);
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("port", String.valueOf(port)),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("max_connections", MOST_CONNECTIONS),
                Map.entry("max_wal_size", "512MB"),
                Map.entry("huge_pages", "off"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody in particular. */
    private static List<String> asOrdinaryUser(Path program) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        return command;
    }
}
