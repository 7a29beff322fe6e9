package org.anchors.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.Stream;
import org.anchors.local.home.Accounts;
import org.anchors.local.home.Home;
import org.anchors.local.home.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("anchors.checkout", ".."));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void theRealmInTheRepositoryKnowsNeitherPeopleNorSecrets() throws IOException {
        var text = Files.readString(CHECKOUT.resolve("keycloak/anchors-realm.json"));

        assertFalse(read(text).has("users"));
        assertFalse(text.contains("\"secret\""));
        assertFalse(text.contains("\"credentials\""));
        assertFalse(read(text).path("registrationAllowed").asBoolean(true));
        assertTrue(read(text).path("bruteForceProtected").asBoolean());
    }

    @Test
    void theRealmKeepsKeycloaksOwnClientScopes() throws IOException {
        var realm = read(Files.readString(CHECKOUT.resolve("keycloak/anchors-realm.json")));

        assertFalse(realm.has("clientScopes"), "a list of scopes in the file replaces the default ones");
    }

    @Test
    void everyAccountHasOnlyRolesThatTheRealmKnows() throws IOException {
        var realm = read(Files.readString(CHECKOUT.resolve("keycloak/anchors-realm.json")));
        var known = new HashSet<String>();
        realm.at("/roles/realm").forEach(role -> known.add(role.path("name").asText()));
        var accounts = Accounts.of(CHECKOUT);

        Stream.concat(accounts.people().stream(), accounts.machines().stream())
                .forEach(account -> assertTrue(known.containsAll(account.roles()), account.name()));
    }

    @Test
    void theImportedRealmHasEveryPersonAndMachineWithTheClaimOfTheirOrganisation() throws IOException {
        var file = directory.resolve("import.json");
        new Realm(new Home(CHECKOUT, directory), new Secrets(directory.resolve("secrets.properties"))).writeTo(file);
        var realm = read(Files.readString(file));

        var accounts = Accounts.of(CHECKOUT);
        assertEquals(accounts.names().size(), realm.path("users").size());
        assertEquals(
                "mseft",
                user(realm, "reporter-mseft").at("/attributes/organisation/0").asText());
        assertEquals(
                "mseft",
                user(realm, "service-account-machine-reporter-mseft")
                        .at("/attributes/organisation/0")
                        .asText());
    }

    @Test
    void theRealmHasAClientForPeopleThatIsSwitchedOffUntilItKnowsWhereTheyComeFrom() throws IOException {
        var client = read(Files.readString(CHECKOUT.resolve("keycloak/anchors-realm.json")))
                .path("clients")
                .path(1);

        assertEquals("anchors-web", client.path("clientId").asText());
        assertFalse(client.path("enabled").asBoolean(true));
        assertTrue(client.path("redirectUris").isEmpty());
        assertEquals(
                "S256",
                client.path("attributes").path("pkce.code.challenge.method").asText());
        assertEquals(Accounts.of(CHECKOUT).mappers(), client.path("protocolMappers"));
    }

    private static JsonNode user(JsonNode realm, String name) {
        for (var user : realm.path("users")) {
            if (name.equals(user.path("username").asText())) {
                return user;
            }
        }
        throw new AssertionError("no user " + name);
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
