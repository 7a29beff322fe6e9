package org.anchors.local.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TreeMap;
import org.anchors.local.client.Impossible;
import org.anchors.local.home.Facts;
import org.anchors.local.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("anchors.checkout", ".."));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path secrets;

    @Test
    void givesAServiceThePasswordThatItsDatabaseIsMadeWith() {
        handOver(false);
        for (var database : new String[] {"charter", "social_value", "employment"}) {
            var given = Facts.read(secrets.resolve(database.replace('_', '-') + "-service/application.properties"));
            var made = Facts.read(secrets.resolve("databases/secrets.properties"));
            assertEquals(made.get("database." + database), given.get("quarkus.datasource.password"));
        }
    }

    @Test
    void givesNobodyTheSecretOfAnother() throws IOException {
        handOver(false);
        assertFalse(text("charter-service/application.properties").contains("seal"));
        assertFalse(text("social-value-service/application.properties").contains("master-key"));
        assertEquals(2, text("keycloak/keycloak.conf").lines().count());
    }

    @Test
    void changesNothingWhenItIsRepeated() throws IOException {
        handOver(true);
        var first = everything();
        handOver(true);
        assertEquals(first, everything());
    }

    @Test
    void makesNoneInThePlaceOfSecretsThatContainersHaveAndItDoesNotKnow() throws IOException {
        handOver(false);
        Files.delete(secrets.resolve("platform/secrets.properties"));
        var left = everything();
        assertEquals(1, handing().run(false));
        assertEquals(left, everything());
    }

    @Test
    void putsNobodyIntoTheRealmButWhoWatchesUnlessItIsADemonstration() throws IOException {
        handOver(false);
        assertFalse(text("keycloak/anchors-realm.json").contains("\"credentials\""));
        assertFalse(text("keycloak/anchors-realm.json").contains("anchors-cli"));
        assertTrue(text("keycloak/anchors-realm.json").contains(text("prometheus/prometheus_client_secret")));
        handOver(true);
        assertTrue(text("keycloak/anchors-realm.json").contains("reporter-mseft"));
    }

    @Test
    void keepsTheFileOfAllSecretsToItself() throws IOException {
        handOver(false);
        assertEquals("rw-------", permissions("platform/secrets.properties"));
        assertEquals("rw-r--r--", permissions("keycloak/keycloak.conf"));
    }

    @Test
    void showsASecretThatWasMadeAndMakesNoneByShowing() {
        handOver(false);
        assertEquals(0, handing().show("keycloak.admin"));
        var refused = assertThrows(Impossible.class, () -> handing().show("user.reporter-mseft"));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("There are: client.machine-operator database.charter"),
                refused::getMessage);
    }

    private void handOver(boolean demo) {
        assertEquals(0, handing().run(demo));
    }

    private HandOver handing() {
        return new HandOver(new Home(CHECKOUT, secrets.resolve("platform")));
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve(name)));
    }

    private String text(String name) throws IOException {
        return Files.readString(secrets.resolve(name));
    }

    private TreeMap<String, String> everything() throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(secrets)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.put(secrets.relativize(file).toString(), Files.readString(file));
            }
        }
        return all;
    }
}
