package org.anchors.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.anchors.local.child.StartFailed;
import org.anchors.local.home.Accounts;
import org.anchors.local.home.Home;
import org.anchors.local.home.PrivateFile;
import org.anchors.local.home.Secrets;

/**
 * The realm as Keycloak imports it: {@code keycloak/anchors-realm.json}, which knows neither people nor secrets, together with
 * accounts and their generated secrets.
 */
public final class Realm {

    private static final String OPERATOR = "machine-operator";

    private final ObjectMapper json = new ObjectMapper();
    private final Home home;
    private final Secrets secrets;

    public Realm(Home home, Secrets secrets) {
        this.home = home;
        this.secrets = secrets;
    }

    /** With all of the demonstration's accounts. */
    public void writeTo(Path file) {
        var accounts = Accounts.of(home.checkout());
        write(file, accounts.mappers(), accounts.people(), accounts.machines(), List.of(cli(accounts.mappers())));
    }

    /** With nobody but the machine that looks after the platform. */
    public void writeForOperatorTo(Path file) {
        var accounts = Accounts.of(home.checkout());
        write(
                file,
                accounts.mappers(),
                List.of(),
                accounts.machine(OPERATOR).stream().toList(),
                List.of());
    }

    private void write(
            Path file,
            JsonNode mappers,
            List<Accounts.Account> people,
            List<Accounts.Account> machines,
            List<ObjectNode> more) {
        try {
            var realm = (ObjectNode) json.readTree(
                    home.checkout().resolve("keycloak/anchors-realm.json").toFile());
            var users = realm.withArray("users");
            var clients = realm.withArray("clients").addAll(more);
            people.forEach(person -> users.add(person(person)));
            for (var machine : machines) {
                clients.add(client(machine, mappers));
                users.add(serviceAccount(machine));
            }
            PrivateFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(realm));
        } catch (IOException e) {
            throw new StartFailed("The realm cannot be read: " + e.getMessage());
        }
    }

    /** Lets {@code ./anchor token} sign people in by their password; it exists in the local realm only. */
    private ObjectNode cli(JsonNode mappers) {
        return client("anchors-cli", mappers).put("publicClient", true).put("directAccessGrantsEnabled", true);
    }

    private ObjectNode client(Accounts.Account machine, JsonNode mappers) {
        return client(machine.name(), mappers)
                .put("publicClient", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("secret", secrets.of("client." + machine.name()));
    }

    private ObjectNode client(String name, JsonNode mappers) {
        var client = json.createObjectNode()
                .put("clientId", name)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("standardFlowEnabled", false)
                .put("fullScopeAllowed", true);
        client.set("protocolMappers", mappers.deepCopy());
        return client;
    }

    private ObjectNode person(Accounts.Account person) {
        var user = user(person).put("emailVerified", true);
        user.withArray("credentials")
                .addObject()
                .put("type", "password")
                .put("temporary", false)
                .put("value", secrets.of("user." + person.name()));
        return user;
    }

    private ObjectNode serviceAccount(Accounts.Account machine) {
        var user = user(machine).put("serviceAccountClientId", machine.name());
        return user.put("username", "service-account-" + machine.name());
    }

    private ObjectNode user(Accounts.Account account) {
        var user = json.createObjectNode().put("username", account.name()).put("enabled", true);
        account.organisation()
                .ifPresent(organisation ->
                        user.withObject("attributes").withArray("organisation").add(organisation));
        ArrayNode roles = user.withArray("realmRoles");
        account.roles().forEach(roles::add);
        return user;
    }
}
