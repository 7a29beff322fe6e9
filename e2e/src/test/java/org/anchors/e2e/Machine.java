package org.anchors.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * A machine with credentials of its own, as a test needs it.
 *
 * @param organisation the organisation that its tokens speak for
 * @param roles the realm roles in its tokens
 * @param forUs whether its tokens name this platform as their audience
 * @param lifespan how long its tokens are good
 */
record Machine(String name, String secret, String organisation, List<String> roles, boolean forUs, Duration lifespan) {

    static Machine of(String name, String organisation, String... roles) {
        return new Machine(name, UUID.randomUUID().toString(), organisation, List.of(roles), true, Duration.ofHours(1));
    }

    Machine forSomebodyElse() {
        return new Machine(name, secret, organisation, roles, false, lifespan);
    }

    Machine withTokensFor(Duration time) {
        return new Machine(name, secret, organisation, roles, forUs, time);
    }

    /**
     * The client as Keycloak reads it.
     *
     * @param mappers what puts audience and organisation into the tokens of the demonstration's clients
     */
    Map<String, Object> client(JsonNode mappers) {
        return Map.of(
                "clientId",
                name,
                "protocol",
                "openid-connect",
                "publicClient",
                false,
                "serviceAccountsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "secret",
                secret,
                "attributes",
                Map.of("access.token.lifespan", String.valueOf(lifespan.toSeconds())),
                "protocolMappers",
                mappers(mappers));
    }

    /** The account behind the client. */
    Map<String, Object> account() {
        return Map.of(
                "username",
                "service-account-" + name,
                "enabled",
                true,
                "serviceAccountClientId",
                name,
                "realmRoles",
                roles,
                "attributes",
                Map.of("organisation", List.of(organisation)));
    }

    private List<JsonNode> mappers(JsonNode mappers) {
        return StreamSupport.stream(mappers.spliterator(), false)
                .filter(mapper ->
                        forUs || !mapper.required("protocolMapper").asText().equals("oidc-audience-mapper"))
                .toList();
    }
}
