package org.anchors.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class TokenTest {

    private static final String REPORTS = "/api/charter/v1/reports";

    @Test
    void refusesARequestWithoutATokenAndSaysWhatIsMissing() {
        var answer = Client.getAsAnybody(REPORTS);
        assertRefused(answer);
        assertEquals(
                "Bearer realm=\"anchors\"",
                answer.headers().firstValue("WWW-Authenticate").orElseThrow());
    }

    @Test
    void acceptsAGoodToken() {
        assertEquals(200, Client.get(REPORTS).statusCode());
    }

    @Test
    void refusesAnExpiredToken() {
        assertRefused(with(token(issuer(), "anchors-api", Instant.now().minusSeconds(60))));
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        assertRefused(with(token("http://elsewhere/realms/anchors", "anchors-api", soon())));
    }

    @Test
    void refusesATokenForAnotherAudience() {
        assertRefused(with(token(issuer(), "account", soon())));
    }

    @Test
    void refusesATokenSignedWithAnotherKey() {
        var foreign = StandInRealm.pair().getPrivate();
        assertRefused(with(Client.token("somebody", issuer(), "anchors-api", soon(), foreign)));
    }

    @Test
    void refusesATokenThatWasChanged() {
        var parts = Client.tokenOf("somebody").split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var changed = claims.replace("somebody", "somebodx");
        var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(StandardCharsets.UTF_8));
        assertRefused(with(parts[0] + "." + forged + "." + parts[2]));
    }

    @Test
    void refusesATokenWithoutASignature() {
        var parts = Client.tokenOf("somebody").split("\\.", -1);
        var none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertRefused(with(none + "." + parts[1] + "."));
    }

    @Test
    void refusesTwoTokensAtOnce() {
        try (var client = new RawClient()) {
            var token = "Authorization: Bearer " + Client.token();
            assertEquals(401, client.ask("GET " + REPORTS, token, token).status());
        }
    }

    @Test
    void doesNotSayWhyATokenIsNotGood() {
        var answer = with(token(issuer(), "account", soon()));
        assertFalse(answer.body().contains("aud"), answer.body());
        assertTrue(answer.headers().firstValue("WWW-Authenticate").orElseThrow().contains("error=\"invalid_token\""));
    }

    @Test
    void keepsTheConnectionOfAClientThatForgotItsToken() {
        try (var client = new RawClient()) {
            client.say("POST " + REPORTS + " HTTP/1.1\r\nHost: gateway\r\nContent-Length: 5\r\n\r\nhello");
            assertEquals(401, client.hear().status());
            assertEquals(401, client.ask("GET " + REPORTS).status());
        }
    }

    @Test
    void letsOnlyAnOperatorReadTheMetrics() {
        assertEquals(401, Client.getAsAnybody("/q/metrics").statusCode());
        assertEquals(403, Client.get("/q/metrics").statusCode());
        var operator = Client.tokenOf("machine-operator", "operator");
        var answer = Client.ask("GET", "/q/metrics", BodyPublishers.noBody(), operator);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("http_server"), answer.body());
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(60);
    }

    private static String issuer() {
        return Client.setting("test.issuer");
    }

    private static String token(String issuer, String audience, Instant until) {
        return Client.token("somebody", issuer, audience, until, Client.key());
    }

    private static HttpResponse<String> with(String token) {
        return Client.ask("GET", REPORTS, BodyPublishers.noBody(), token);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(401, answer.statusCode());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
        var problem = Client.json(answer);
        assertEquals(401, problem.path("status").asInt());
        assertEquals(REPORTS, problem.path("instance").asText());
        assertEquals(
                answer.headers().firstValue("X-Request-Id").orElseThrow(),
                problem.path("requestId").asText());
    }
}
