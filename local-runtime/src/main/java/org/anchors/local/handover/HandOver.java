package org.anchors.local.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.local.client.Impossible;
import org.anchors.local.engine.Application;
import org.anchors.local.engine.Databases;
import org.anchors.local.engine.Realm;
import org.anchors.local.home.Home;
import org.anchors.local.home.PrivateFile;
import org.anchors.local.home.Secrets;

/**
 * Makes the secrets of a platform that runs in containers, once, and hands each container its own: a directory beside the state
 * directory for each, of which a volume is made. Whoever can read a container's volume is that container, so its files are readable;
 * the file with all of them is not.
 */
public final class HandOver {

    static final String MASTER_KEY = "employment.master-key";
    static final String MASTER_KEY_BEFORE = "employment.master-key-before";

    private final Home home;
    private final Secrets secrets;

    public HandOver(Home home) {
        this(home, new Secrets(home.secrets()));
    }

    HandOver(Home home, Secrets secrets) {
        this.home = home;
        this.secrets = secrets;
    }

    /**
     * Repeating it changes nothing. Answers the exit code: 1 where containers have secrets that are not among those of the platform,
     * of which the only copies would be written over.
     *
     * @param demo whether the realm is to have the accounts of the demonstration
     */
    public int run(boolean demo) {
        if (!Files.exists(home.secrets()) && handedOver()) {
            System.err.println("There is no " + home.secrets()
                    + ", and containers have secrets already. None was made: others would"
                    + " not open what is there. Put the file back, from a backup or from what the containers have.");
            return 1;
        }
        give();
        realm(demo);
        return 0;
    }

    /** Gives each container its own, but for the realm, which Keycloak imports once. */
    void give() {
        give("postgres", "superuser", secrets.of(Secrets.SUPERUSER));
        give("databases", "secrets.properties", ofDatabases());
        Application.SERVICES.forEach(service -> give(placeOf(service), ofService(service)));
        give("keycloak", "keycloak.conf", """
                db-password=%s
                bootstrap-admin-password=%s
                """.formatted(password("keycloak"), secrets.of("keycloak.admin")));
        give("grafana", "admin", secrets.of("grafana.admin"));
        give("prometheus", "prometheus_client_secret", secrets.of("client.machine-operator"));
    }

    /** Prints the secret of that name. */
    public int show(String name) {
        System.out.println(require(name));
        return 0;
    }

    /** The secret of that name, or a clear word that there is none. */
    String require(String name) {
        return secrets.known(name)
                .orElseThrow(() -> new Impossible(
                        "There is no secret '%s'. There are: %s".formatted(name, String.join(" ", secrets.names()))));
    }

    private boolean handedOver() {
        return Files.exists(place("postgres", "superuser"))
                || Application.SERVICES.stream().anyMatch(service -> Files.exists(placeOf(service)));
    }

    /** What {@link Databases} is to know. */
    private String ofDatabases() {
        var owners = Databases.NAMES.stream().map(Secrets::ownerOf);
        return Stream.concat(Stream.of(Secrets.SUPERUSER), owners)
                .map(name -> "%s=%s\n".formatted(name, secrets.of(name)))
                .collect(Collectors.joining());
    }

    private String ofService(String service) {
        var password = "quarkus.datasource.password=" + password(Databases.of(service)) + "\n";
        return switch (service) {
            case "social-value-service" -> password + "anchors.seal.key=" + secrets.of("seal") + "\n";
            case "employment-service" -> password + masterKeys();
            default -> password;
        };
    }

    private String masterKeys() {
        var present = "anchors.employment.master-key=" + secrets.of(MASTER_KEY) + "\n";
        return secrets.known(MASTER_KEY_BEFORE)
                .map(before -> present + "anchors.employment.master-key-before=" + before + "\n")
                .orElse(present);
    }

    private String password(String database) {
        return secrets.of(Secrets.ownerOf(database));
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

    private Path placeOf(String service) {
        return place(service, "application.properties");
    }

    private void give(String container, String name, String text) {
        give(place(container, name), text);
    }

    private static void give(Path file, String text) {
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
