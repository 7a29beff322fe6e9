package org.anchors.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With the settings that are added where a proxy stands before the gateway. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@TestProfile(BehindAProxyTest.Proxied.class)
class BehindAProxyTest {

    private static final String PROXY = "127.0.0.6";
    private static final int FAR_TOO_OFTEN = 2_000;

    public static final class Proxied implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true",
                    "quarkus.http.proxy.trusted-proxies", PROXY);
        }
    }

    @Test
    void holdsUpTheClientThatTriesTokensAndNoOtherOneOfTheSameProxy() {
        try (var proxy = new RawClient(PROXY)) {
            var asked = 0;
            while (tryAToken(proxy, "203.0.113.1") != 429) {
                asked++;
                assertTrue(asked < FAR_TOO_OFTEN, "Never refused");
            }
            assertEquals(401, tryAToken(proxy, "203.0.113.2"));
        }
    }

    @Test
    void tellsAServiceWhoAskedTheProxy() {
        assertEquals("203.0.113.3", clientAsTheServiceSeesIt(PROXY));
    }

    @Test
    void believesNobodyElse() {
        assertEquals("127.0.0.7", clientAsTheServiceSeesIt("127.0.0.7"));
    }

    private static int tryAToken(RawClient proxy, String client) {
        return proxy.ask(
                        "GET /api/charter/v1/reports",
                        "Authorization: Bearer not-a-token",
                        "X-Forwarded-For: " + client)
                .status();
    }

    private static String clientAsTheServiceSeesIt(String proxy) {
        try (var client = new RawClient(proxy)) {
            var answer = client.ask(
                    "GET /api/charter/v1/reports",
                    "Authorization: Bearer " + Client.token(),
                    "X-Forwarded-For: 203.0.113.3");
            return Client.json(answer.body()).at("/headers/x-forwarded-for").asText();
        }
    }
}
