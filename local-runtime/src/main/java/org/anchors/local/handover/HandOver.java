package org.anchors.local.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.anchors.local.engine.Realm;
import org.anchors.local.home.Facts;
import org.anchors.local.home.Home;
import org.anchors.local.home.PrivateFile;
import org.anchors.local.home.Secrets;

/**
 * Makes the secrets of a platform that runs in containers, once, and hands each container its own: a directory beside the state
 * directory for each, of which a volume is made. Whoever can read a container's volume is that container, so its files are readable;
 * the file with all of them is not.
 */
public final class HandOver {

    private static final List<String> SERVICES = List.of("charter", "social_value", "employment");

    private final Home home;
    private final Secrets secrets;

    public HandOver(Home home) {
        this.home = home;
        this.secrets = new Secrets(home.secrets());
    }

    /**
     * Repeating it changes nothing.
     *
     * @param demo whether the realm is to have the accounts of the demonstration
     */
    public int run(boolean demo) {
        give("postgres", "superuser", secrets.of("postgres.superuser"));
        give("postgres", "databases.sql", databases());
        SERVICES.forEach(database ->
                give(database.replace('_', '-') + "-service", "application.properties", ofService(database)));
        give("keycloak", "keycloak.conf", """
                db-password=%s
                bootstrap-admin-password=%s
                """.formatted(password("keycloak"), secrets.of("keycloak.admin")));
        realm(demo);
        give("grafana", "admin", secrets.of("grafana.admin"));
        give("prometheus", "prometheus_client_secret", secrets.of("client.machine-operator"));
        return 0;
    }

    /** Prints the secret of that name. */
    public int show(String name) {
        var secret = Facts.read(home.secrets()).get(name);
        if (secret == null) {
            System.err.println("There is no secret '" + name + "'. There are: "
                    + String.join(" ", Facts.read(home.secrets()).keySet()));
            return 1;
        }
        System.out.println(secret);
        return 0;
    }

    /** Names and generated passwords are our own and hold no quotes. */
    private String databases() {
        var sql = new StringBuilder();
        for (var database : List.of("charter", "social_value", "employment", "keycloak")) {
            sql.append("""
                    create role %1$s login password '%2$s';
                    create database %1$s owner %1$s;
                    revoke connect on database %1$s from public;
                    """.formatted(database, password(database)));
        }
        return sql.toString();
    }

    private String ofService(String database) {
        var password = "quarkus.datasource.password=" + password(database) + "\n";
        return switch (database) {
            case "social_value" -> password + "anchors.seal.key=" + secrets.of("seal") + "\n";
            case "employment" ->
                password + "anchors.employment.master-key=" + secrets.of("employment.master-key") + "\n";
            default -> password;
        };
    }

    private String password(String database) {
        return secrets.of("database." + database);
    }

    private void realm(boolean demo) {
        var file = place("keycloak", "anchors-realm.json");
        var realm = new Realm(home, secrets);
        if (demo) {
            realm.writeTo(file);
        } else {
            realm.writeForOperatorTo(file);
        }
        makeReadable(file);
    }

    private void give(String container, String name, String text) {
        var file = place(container, name);
        PrivateFile.write(file, text);
        makeReadable(file);
    }

    private static void makeReadable(Path file) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be made readable", e);
        }
    }

    private Path place(String container, String name) {
        return home.state().resolveSibling(container).resolve(name);
    }
}
