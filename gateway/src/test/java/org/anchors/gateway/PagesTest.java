package org.anchors.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The joined document, the page to try it from, and the health of the whole. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class PagesTest {

    @Test
    void describesAllServicesInOneDocument() {
        var document = document();
        assertEquals("3.1.0", document.path("openapi").asText());
        assertTrue(document.path("paths").toString().contains("/api/charter/v1/things"));
        assertTrue(document.path("paths").toString().contains("/api/social-value/v1/things"));
        assertTrue(document.path("paths").toString().contains("/api/employment/v1/things"));
        assertEquals(
                "bearer",
                document.at("/components/securitySchemes/bearer/scheme").asText());
    }

    @Test
    void speaksYamlToWhoeverPrefersIt() {
        assertTrue(Client.getAsAnybody("/openapi?format=yaml").body().startsWith("---\nopenapi: \"3.1.0\""));
        var answer = Client.getAsAnybody("/openapi", "Accept", "application/yaml");
        assertEquals(
                "application/yaml", answer.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void noticesThatAServiceDescribesItselfDifferently() {
        var edition = Client.tell("social-value", "/edition").body();
        await().until(() -> document().path("paths").has("/api/social-value/v1/things" + edition));
    }

    @Test
    void showsTheLastKnownPartOfAServiceThatIsDownAndSaysSo() {
        document();
        Client.tell("employment", "/down");
        try {
            await().until(() -> document()
                    .at("/info/description")
                    .asText()
                    .contains("employment-service cannot be reached: its part was read at"));
            assertTrue(document().path("paths").toString().contains("/api/employment/v1/things"));
        } finally {
            Client.tell("employment", "/up");
        }
    }

    @Test
    void letsAnybodyReadAServicesOwnDocumentAndNothingBesideIt() {
        assertEquals(200, Client.getAsAnybody("/api/charter/v1/openapi").statusCode());
        assertEquals(401, Client.getAsAnybody("/api/charter/v1/openapi/x").statusCode());
    }

    @Test
    void leadsFromTheFrontDoorToThePageToTryTheApiFrom() {
        var front = Client.getAsAnybody("/");
        assertEquals(302, front.statusCode());
        assertEquals("/docs", front.headers().firstValue("Location").orElseThrow());
        assertEquals(200, Client.getAsAnybody("/docs").statusCode());
    }

    @Test
    void bringsEveryFileOfThePageItselfAndAllowsNoOther() {
        var page = Client.getAsAnybody("/docs");
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("script-src 'self';"), policy);
        assertFalse(page.body().contains("<script>") || page.body().contains("http"), page.body());
        Pattern.compile("(?:src|href)=\"(/[^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .forEach(path -> assertEquals(200, Client.getAsAnybody(path).statusCode(), path));
    }

    @Test
    void saysHowEachServiceIsAndNotWhereItIs() {
        var health = Client.getAsAnybody("/health");
        assertEquals(200, health.statusCode());
        assertEquals(
                "{\"status\":\"UP\",\"services\":[{\"name\":\"charter-service\",\"status\":\"UP\"},"
                        + "{\"name\":\"social-value-service\",\"status\":\"UP\"},"
                        + "{\"name\":\"employment-service\",\"status\":\"UP\"}]}",
                health.body());
    }

    @Test
    void isNotWellAsAWholeWhileAServiceIsNotReady() {
        Client.tell("charter", "/unready");
        try {
            var health = Client.getAsAnybody("/health");
            assertEquals(503, health.statusCode());
            assertEquals("DOWN", Client.json(health).at("/services/0/status").asText());
        } finally {
            Client.tell("charter", "/ready");
        }
    }

    @Test
    void isNotWellAsAWholeButReadyItselfWhileAServiceIsGone() {
        Client.tell("employment", "/down");
        try {
            var health = Client.getAsAnybody("/health");
            assertEquals(503, health.statusCode());
            assertEquals(
                    "UNREACHABLE", Client.json(health).at("/services/2/status").asText());
            assertEquals(200, Client.getAsAnybody("/q/health/ready").statusCode());
            assertEquals(200, Client.getAsAnybody("/q/health/live").statusCode());
        } finally {
            Client.tell("employment", "/up");
        }
    }

    private static JsonNode document() {
        return Client.json(Client.getAsAnybody("/openapi"));
    }
}
