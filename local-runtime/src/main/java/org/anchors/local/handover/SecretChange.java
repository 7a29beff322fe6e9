package org.anchors.local.handover;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.anchors.local.client.Impossible;
import org.anchors.local.engine.Databases;
import org.anchors.local.home.Home;
import org.anchors.local.home.Secrets;

/** Puts a secret in the place of one that was handed over, and hands it over; whom it concerns has to be started again. */
public final class SecretChange {

    private static final List<String> CHANGED_ELSEWHERE =
            List.of(Secrets.SUPERUSER, "keycloak.admin", "grafana.admin", "client.machine-operator");

    private final HandOver handOver;
    private final Secrets secrets;

    public SecretChange(Home home) {
        this.secrets = new Secrets(home.secrets());
        this.handOver = new HandOver(home, secrets);
    }

    /** Makes another password of a database's owner, or another master key beside the present one, which opens what it has shut. */
    public int change(String name) {
        var present = handOver.require(name);
        if (name.equals(HandOver.MASTER_KEY)) {
            if (secrets.known(HandOver.MASTER_KEY_BEFORE).isPresent()) {
                throw new Impossible(
                        "The key before the present one is still there. Start employment-service, which wraps anew"
                                + " whatever it wrapped; then: forget-secret " + HandOver.MASTER_KEY_BEFORE);
            }
            secrets.keep(HandOver.MASTER_KEY_BEFORE, present);
        } else if (!isOfADatabase(name)) {
            throw new Impossible(whyNot(name));
        }
        secrets.keep(name, secrets.another());
        handOver.give();
        return 0;
    }

    /** Takes down what a secret is now that was changed where it is asked for, such as in Keycloak. */
    public int keep(String name, InputStream input) throws IOException {
        handOver.require(name);
        if (!CHANGED_ELSEWHERE.contains(name)) {
            throw new Impossible(name + " is made here: change-secret " + name);
        }
        var line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
        secrets.keep(
                name,
                Optional.ofNullable(line)
                        .filter(secret -> secret.matches("[A-Za-z0-9._~+/=-]{12,128}"))
                        .orElseThrow(
                                () -> new Impossible("The secret is read from standard input: one line of 12 to 128"
                                        + " letters, digits and . _ ~ + / = -")));
        handOver.give();
        return 0;
    }

    /** Forgets the master key that nothing is wrapped under any more. */
    public int forget(String name) {
        handOver.require(name);
        if (!name.equals(HandOver.MASTER_KEY_BEFORE)) {
            throw new Impossible("Only " + HandOver.MASTER_KEY_BEFORE + " is forgotten; the others are needed.");
        }
        secrets.forget(name);
        handOver.give();
        return 0;
    }

    private static boolean isOfADatabase(String name) {
        return Databases.NAMES.stream().map(Secrets::ownerOf).anyMatch(name::equals);
    }

    private static String whyNot(String name) {
        if (name.equals("seal")) {
            return "Bids are shut under it, and no other key opens them.";
        }
        if (CHANGED_ELSEWHERE.contains(name)) {
            return "It is asked for elsewhere: change it there, then say it here: keep-secret " + name;
        }
        return "It is an account's in Keycloak, and changed there.";
    }
}
