package org.anchors.local.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The accounts of the demonstration, read from {@code keycloak/local-accounts.json}.
 *
 * @param mappers what puts the audience and the organisation into a client's tokens, as the realm's client for people has them
 */
public record Accounts(JsonNode mappers, List<Account> people, List<Account> machines) {

    private static final String FOR_PEOPLE = "anchors-web";

    /** One account: a person who signs in, or a machine with credentials of its own. */
    public record Account(String name, Optional<String> organisation, List<String> roles) {}

    public static Accounts of(Path checkout) {
        try {
            var json = new ObjectMapper();
            var accounts = json.readTree(
                    checkout.resolve("keycloak/local-accounts.json").toFile());
            var realm = json.readTree(
                    checkout.resolve("keycloak/anchors-realm.json").toFile());
            return new Accounts(mappers(realm), read(accounts.required("people")), read(accounts.required("machines")));
        } catch (IOException e) {
            throw new UncheckedIOException("The demonstration's accounts cannot be read", e);
        }
    }

    public Optional<Account> machine(String name) {
        return machines.stream().filter(machine -> machine.name().equals(name)).findFirst();
    }

    public Optional<Account> person(String name) {
        return people.stream().filter(person -> person.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return Stream.concat(people.stream(), machines.stream())
                .map(Account::name)
                .toList();
    }

    private static JsonNode mappers(JsonNode realm) {
        return StreamSupport.stream(realm.required("clients").spliterator(), false)
                .filter(client -> FOR_PEOPLE.equals(client.path("clientId").asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The realm has no client " + FOR_PEOPLE))
                .required("protocolMappers");
    }

    private static List<Account> read(JsonNode accounts) {
        return StreamSupport.stream(accounts.spliterator(), false)
                .map(Accounts::account)
                .toList();
    }

    private static Account account(JsonNode account) {
        return new Account(
                account.required("name").asText(),
                Optional.ofNullable(account.get("organisation")).map(JsonNode::asText),
                StreamSupport.stream(account.required("roles").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
