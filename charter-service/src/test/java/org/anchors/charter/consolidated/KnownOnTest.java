package org.anchors.charter.consolidated;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import org.anchors.charter.report.OwnDatabase;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** reporting.md, Consolidating: the report as it stood at an instant is reproducible, whatever is changed later. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(Engines.class)
class KnownOnTest {

    private static final String CHARTER = "/api/charter/v1/";
    private static final String SIGNATURE = CHARTER + "editions/2021-24/signatures/hw-thurrock-2021-24-1";
    private static final String ORGANISATION = CHARTER + "organisations/hw-essex";

    @Test
    void whoWithdrewOrWasDescribedAnewLaterIsStillThereAsTheyWere() {
        var instant = Instant.now();
        var everyone = awaitKnown("?asKnownOn=" + instant);
        var file = "?format=csv&part=completeness&asKnownOn=" + instant;
        var asFile = consolidated(file).asString();
        var watchdogs = awaitKnown("?sector=Watchdog&asKnownOn=" + instant);
        var before = Instant.parse("2020-01-01T00:00:00Z");
        var longAgo = awaitKnown("?asKnownOn=" + before);

        change(SIGNATURE + "/withdrawal", "{\"on\": \"2023-03-31\", \"reason\": \"Its contract ended.\"}");
        describe();
        rename();

        assertEquals(everyone, consolidated("?asKnownOn=" + instant).asString());
        assertEquals(asFile, consolidated(file).asString());
        assertEquals(
                watchdogs, consolidated("?sector=Watchdog&asKnownOn=" + instant).asString());
        assertEquals(longAgo, consolidated("?asKnownOn=" + before).asString());
        consolidated("?asKnownOn=" + instant)
                .then()
                .body("completeness.expected", is(13))
                .body("completeness.missing", hasItem("hw-thurrock"));
        consolidated("")
                .then()
                .body("completeness.expected", is(12))
                .body("completeness.missing", not(hasItem("hw-thurrock")));
        consolidated("?sector=Champion").then().body("completeness.expected", is(1));
        consolidated("?sector=Champion&asKnownOn=" + instant).then().body("completeness.expected", is(0));
        assertTrue(asFile.contains("Healthwatch Essex"));
    }

    private static void change(String path, String body) {
        anchorTeam().header("If-Match", "\"0\"").body(body).post(path).then().statusCode(200);
    }

    /** From a day on that lies before the instant, and told after it. */
    private static void rename() {
        anchorTeam()
                .header("If-Match", anchorTeam().get(ORGANISATION).header("ETag"))
                .body("{\"name\": \"Essex Champion\", \"from\": \"2025-01-01\"}")
                .post(ORGANISATION + "/names")
                .then()
                .statusCode(200);
    }

    private static void describe() {
        anchorTeam()
                .header("If-Match", anchorTeam().get(ORGANISATION).header("ETag"))
                .body("""
                        {"aliases": [], "sector": "Champion", "places": ["Essex"], "alliances": [], "level": "regional"}""")
                .put(ORGANISATION)
                .then()
                .statusCode(200);
    }

    private static String awaitKnown(String query) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> consolidated(query), answer -> answer.statusCode() == 200)
                .asString();
    }

    private static Response consolidated(String query) {
        return anchorTeam().get(CHARTER + "consolidated/2023-24" + query);
    }

    private static RequestSpecification anchorTeam() {
        return given().auth()
                .oauth2(Tokens.of("anchor-team", "mse-icp", Role.ANCHOR_TEAM))
                .contentType(ContentType.JSON);
    }
}
