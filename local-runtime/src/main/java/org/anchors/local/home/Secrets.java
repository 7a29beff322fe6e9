package org.anchors.local.home;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passwords of this machine's platform, made when first asked for and kept in a file only its owner may read. */
public final class Secrets {

    /** The name of the password of the database engine's superuser. */
    public static final String SUPERUSER = "postgres.superuser";

    private static final int BYTES = 18;
    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final Map<String, String> known;

    public Secrets(Path file) {
        this.file = file;
        this.known = Facts.read(file);
    }

    /** The secret of that name, such as {@code user.reporter-mseft}. */
    public synchronized String of(String name) {
        var secret = known.get(name);
        if (secret == null) {
            secret = another();
            keep(name, secret);
        }
        return secret;
    }

    /** The name of the password of a database's owner. */
    public static String ownerOf(String database) {
        return "database." + database;
    }

    public synchronized List<String> names() {
        return List.copyOf(known.keySet());
    }

    /** The secret of that name; none is made. */
    public synchronized Optional<String> known(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** In the place of the one of that name, if there is one. */
    public synchronized void keep(String name, String secret) {
        known.put(name, secret);
        write();
    }

    public synchronized void forget(String name) {
        known.remove(name);
        write();
    }

    /** A secret that nobody has yet. */
    public String another() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void write() {
        Facts.write(file, "Secrets of this machine's local platform. Generated; of no use anywhere else.", known);
    }
}
