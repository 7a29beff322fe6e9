package org.anchors.local.home;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Passwords of this machine's platform, made when first asked for and kept in a file only its owner may read. */
public final class Secrets {

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
            secret = generate();
            known.put(name, secret);
            Facts.write(file, "Secrets of this machine's local platform. Generated; of no use anywhere else.", known);
        }
        return secret;
    }

    private String generate() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
