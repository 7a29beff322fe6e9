package org.anchors.local.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.anchors.local.client.Impossible;
import org.anchors.local.home.Facts;
import org.anchors.local.home.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretChangeTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("anchors.checkout", ".."));
    private static final String MASTER_KEY = "anchors.employment.master-key";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path secrets;

    @BeforeEach
    void handOver() {
        new HandOver(home()).run(false);
    }

    @Test
    void givesADatabaseAndItsServiceTheSameNewPassword() {
        var before = given("charter-service").get("quarkus.datasource.password");
        change().change("database.charter");
        var after = given("charter-service").get("quarkus.datasource.password");
        assertNotEquals(before, after);
        assertEquals(
                after,
                Facts.read(secrets.resolve("databases/secrets.properties")).get("database.charter"));
    }

    @Test
    void isNotUndoneByTheNextStart() {
        change().change("database.charter");
        var changed = given("charter-service");
        new HandOver(home()).run(false);
        assertEquals(changed, given("charter-service"));
    }

    @Test
    void givesTheMasterKeyThatWasBeforeBesideTheNewOne() {
        var before = given("employment-service").get(MASTER_KEY);
        change().change("employment.master-key");
        assertNotEquals(before, given("employment-service").get(MASTER_KEY));
        assertEquals(before, given("employment-service").get(MASTER_KEY + "-before"));
    }

    @Test
    void keepsTheMasterKeyThatWasBeforeUntilItIsToBeForgotten() {
        change().change("employment.master-key");
        var changed = given("employment-service");
        assertThrows(Impossible.class, () -> change().change("employment.master-key"));
        assertEquals(changed, given("employment-service"));
        change().forget("employment.master-key-before");
        assertFalse(given("employment-service").containsKey(MASTER_KEY + "-before"));
    }

    @Test
    void takesDownASecretThatWasChangedElsewhere() throws IOException {
        change().keep("client.machine-operator", said("AbCdEf0123456789\n"));
        assertEquals("AbCdEf0123456789", Files.readString(secrets.resolve("prometheus/prometheus_client_secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with a blank in it", "quoted'; drop table x"})
    void takesDownNothingThatIsNoSecret(String said) throws IOException {
        var before = Files.readString(secrets.resolve("prometheus/prometheus_client_secret"));
        assertThrows(Impossible.class, () -> change().keep("client.machine-operator", said(said)));
        assertEquals(before, Files.readString(secrets.resolve("prometheus/prometheus_client_secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seal", "postgres.superuser", "keycloak.admin", "client.machine-operator", "no.such", ""})
    void changesNothingThatWouldShutSomebodyOut(String name) throws IOException {
        var before = Files.readString(secrets.resolve("platform/secrets.properties"));
        assertThrows(Impossible.class, () -> change().change(name));
        assertEquals(before, Files.readString(secrets.resolve("platform/secrets.properties")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seal", "employment.master-key", "database.charter", "employment.master-key-before"})
    void forgetsNothingThatIsNeededOrNotThere(String name) throws IOException {
        var before = Files.readString(secrets.resolve("platform/secrets.properties"));
        assertThrows(Impossible.class, () -> change().forget(name));
        assertEquals(before, Files.readString(secrets.resolve("platform/secrets.properties")));
    }

    private static ByteArrayInputStream said(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> given(String service) {
        return Facts.read(secrets.resolve(service).resolve("application.properties"));
    }

    private SecretChange change() {
        return new SecretChange(home());
    }

    private Home home() {
        return new Home(CHECKOUT, secrets.resolve("platform"));
    }
}
